using FluentValidation;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>A member's tests and consultations, the newest first. A command, because the look is written down with its reason.</summary>
[Needs(PharmacyPermissions.ViewHealth)]
internal sealed class ReadHealth(HealthBook book, IMemberFiles files) : UseCase<ReadHealth.Input, ReadHealth.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.OneAsync(input.Member, cancel);
        var agreed = await book.IsAgreedAsync(member.Id, cancel);
        var records = await book.RecordsAsync(member.Id, cancel);
        await book.NoteAsync(member.Id, HealthAccessKind.Read, input.Reason.Trim(), call, cancel);
        return new Result(
            member.MemberNo, agreed, [.. records.Select(r => new Record(r.Id, r.Kind, r.On, r.Free, r.Finding, r.RecordedBy))]);
    }

    /// <param name="Member">Member number, card or mobile.</param>
    /// <param name="Reason">Why it has to be looked at.</param>
    internal sealed record Input([property: Personal] string Member, string Reason) : IInput<Result>;

    /// <param name="Agreed">His consent holds.</param>
    internal sealed record Result(string MemberNo, bool Agreed, [property: Personal] IReadOnlyList<Record> Records) : IAbout
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
        }
    }
}
