using FluentValidation;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>
/// Puts right what a test or a consultation says, or erases it where it was never his or should not be kept. Why is written
/// down with who did it; what it said before is nowhere. A free test that is erased stays used.
/// </summary>
[Needs(PharmacyPermissions.RecordHealth)]
internal sealed class CorrectHealth(HealthBook book, IMemberFiles files, IMemberAwards awards)
    : UseCase<CorrectHealth.Input, CorrectHealth.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        var record = await book.RecordAsync(member.Id, input.Record, cancel)
            ?? throw new Refusal("pharmacy.health-record-not-found", RefusalKind.NotFound);
        var erased = input.Finding is null;
        if (erased) book.Erase(record);
        else record.Finding = input.Finding!.Trim();
        await book.NoteAsync(
            record.MemberId, erased ? HealthAccessKind.Erased : HealthAccessKind.Corrected, input.Reason.Trim(), call, cancel);
        return new Result(member.MemberNo, record.Id, erased);
    }

    internal sealed record Input : IInput<Result>, IAtStore
    {
        public string? StoreCode { get; init; }

        /// <summary>Member number, card or mobile.</summary>
        [Personal]
        public required string Member { get; init; }

        /// <summary>Its key.</summary>
        public required Guid Record { get; init; }

        /// <summary>What it says from now on; left out: the whole record is erased.</summary>
        [Personal]
        public string? Finding { get; init; }

        /// <summary>Why.</summary>
        public required string Reason { get; init; }
    }

    internal sealed record Result(string MemberNo, Guid Record, bool Erased) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Finding).Must(f => f is null || f.Trim().Length > 0).WithErrorCode("field.not-empty")
                .MaximumLength(PharmacyDb.FindingLength);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(PharmacyDb.ReasonLength);
        }
    }
}
