using FluentValidation;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Health;

/// <summary>A member's tests and consultations, the newest first. A command, because the look is written down with its reason.</summary>
[Needs(PharmacyPermissions.ViewHealth)]
internal sealed class ReadHealth(HealthBook book, IMemberFiles files) : UseCase<ReadHealth.Input, ReadHealth.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.OneAsync(input.Member, cancel);
        var agreed = await book.IsAgreedAsync(member.Id, cancel);
        var records = await book.RecordsAsync(member.Id, input.After, input.Size, Show, cancel);
        await book.NoteAsync(member.Id, HealthAccessKind.Read, input.Reason.Trim(), call, cancel);
        return new Result(member.MemberNo, agreed, records.Items, records.Next);
    }

    private static Record Show(HealthRecord record) =>
        new(record.Id, record.Kind, record.On, record.Free, record.Finding, record.RecordedBy);

    /// <param name="Member">Member number, card or mobile.</param>
    /// <param name="Reason">Why it has to be looked at.</param>
    internal sealed record Input(
        [property: Personal] string Member, string Reason, string? After = null, int Size = Cursor.DefaultSize) : IInput<Result>;

    /// <param name="Agreed">His consent holds.</param>
    /// <param name="Next">Given back as <c>after</c> it leads to older ones, which is another look; left out: there are none.</param>
    internal sealed record Result(
        string MemberNo, bool Agreed, [property: Personal] IReadOnlyList<Record> Records, string? Next) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    /// <param name="Id">Its key.</param>
    internal sealed record Record(
        Guid Id, HealthRecordKind RecordKind, DateOnly RecordedOn, bool Free, string Finding, string RecordedBy);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(PharmacyDb.ReasonLength);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
