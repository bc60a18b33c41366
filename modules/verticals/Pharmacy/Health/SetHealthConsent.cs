using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Health.Letters;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health;

/// <summary>
/// Notes that a member agrees that his health data is kept, apart from every other consent, or that he does not any more:
/// then what was kept is erased at once, and no health letter that waits is sent.
/// </summary>
[Needs(PharmacyPermissions.RecordHealth)]
internal sealed class SetHealthConsent(
    PharmacyDb db, HealthBook book, IMemberFiles files, IMemberAwards awards, IMemberLetters letters)
    : UseCase<SetHealthConsent.Input, SetHealthConsent.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        var (changed, erased) = input.Agreed
            ? (await AgreeAsync(member.Id, call, cancel), 0)
            : await WithdrawAsync(member.Id, call, cancel);
        var kind = input.Agreed ? HealthAccessKind.ConsentGiven : HealthAccessKind.ConsentWithdrawn;
        if (changed) await book.NoteAsync(member.Id, kind, reason: null, call, cancel);
        return new Result(member.MemberNo, input.Agreed, erased);
    }

    private async Task<bool> AgreeAsync(Guid member, CallContext call, CancellationToken cancel)
    {
        var consent = await db.HealthConsents.SingleOrDefaultAsync(c => c.MemberId == member, cancel);
        if (consent is { WithdrawnAt: null }) return false;
        if (consent is null)
            db.HealthConsents.Add(consent = new HealthConsent { MemberId = member, BrandId = call.RequiredBrand.Id });
        (consent.GivenAt, consent.TakenBy, consent.WithdrawnAt) = (call.At, call.Caller.Name, null);
        return true;
    }

    private async Task<(bool Changed, int Erased)> WithdrawAsync(Guid member, CallContext call, CancellationToken cancel)
    {
        var (ended, erased) = await book.EraseAsync(member, call.At, cancel);
        await letters.RecallAsync(SeasonLetters.Purposes, member, MessageReason.PermissionWithdrawn, cancel);
        return (ended + erased > 0, erased);
    }

    /// <param name="Member">Member number, card or mobile.</param>
    internal sealed record Input([property: Personal] string Member, bool Agreed) : IInput<Result>;

    /// <param name="Erased">How many records are gone.</param>
    internal sealed record Result(string MemberNo, bool Agreed, int Erased) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
