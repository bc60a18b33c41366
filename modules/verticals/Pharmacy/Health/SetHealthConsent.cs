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
        var consent = await db.HealthConsents.SingleOrDefaultAsync(c => c.MemberId == member.Id, cancel);
        if (input.Agreed == (consent is { WithdrawnAt: null })) return new Result(member.MemberNo, input.Agreed, 0);
        if (consent is null)
            db.HealthConsents.Add(consent = new HealthConsent { MemberId = member.Id, BrandId = call.RequiredBrand.Id });
        var erased = 0;
        if (input.Agreed) (consent.GivenAt, consent.TakenBy, consent.WithdrawnAt) = (call.At, call.Caller.Name, null);
        else
        {
            consent.WithdrawnAt = call.At;
            erased = await book.EraseAsync(member.Id, cancel);
            await letters.RecallAsync(SeasonLetters.Purposes, member.Id, cancel);
        }

        var kind = input.Agreed ? HealthAccessKind.ConsentGiven : HealthAccessKind.ConsentWithdrawn;
        await book.NoteAsync(member.Id, kind, reason: null, call, cancel);
        return new Result(member.MemberNo, input.Agreed, erased);
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
