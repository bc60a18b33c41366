using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
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
    PharmacyDb db, HealthBook book, HealthConsents consents, IMemberFiles files, IMemberAwards awards, IMemberLetters letters)
    : UseCase<SetHealthConsent.Input, SetHealthConsent.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        if (!input.Agreed)
            return new Result(member.MemberNo, Agreed: false, await consents.WithdrawAsync(member.Id, call, cancel));
        if (await AgreeAsync(member.Id, call, cancel))
            await book.NoteAsync(member.Id, HealthAccessKind.ConsentGiven, reason: null, call, cancel);
        return new Result(member.MemberNo, Agreed: true, 0);
    }

    private async Task<bool> AgreeAsync(Guid member, CallContext call, CancellationToken cancel)
    {
        var consent = await db.HealthConsents.SingleOrDefaultAsync(c => c.MemberId == member, cancel);
        if (consent is { WithdrawnAt: null }) return false;
        if (consent is null)
            db.HealthConsents.Add(consent = new HealthConsent { MemberId = member, BrandId = call.RequiredBrand.Id });
        else
            await WriteAgainAsync(member, call, cancel);
        await book.TakeOverAsync(member, cancel);
        (consent.GivenAt, consent.TakenBy, consent.WithdrawnAt) = (call.At, call.Caller.Name, null);
        return true;
    }

    /// <summary>The letter of the season that his withdrawal has stopped is written to him after all.</summary>
    private async Task WriteAgainAsync(Guid member, CallContext call, CancellationToken cancel)
    {
        var season = Season.Of(call.RequiredBrand.DateOf(call.At)).ToString();
        var his = db.HealthLetters.Where(l => l.MemberId == member && l.Season == season && l.WrittenAt != null);
        if (await his.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } letter) return;
        var fates = await letters.FatesAsync([SeasonLetters.AddressOf(letter)], cancel);
        if (fates.Values.Any(f => f.State == MessageState.Skipped))
            await his.ExecuteUpdateAsync(
                set => set.SetProperty(l => l.WrittenAt, (DateTime?)null).SetProperty(l => l.Turn, l => l.Turn + 1), cancel);
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
