using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Where the last quarter counts for the next year too, gives last quarter's gold members their card of the new year. A job
/// runs it each night; once they have it there is nothing to do.
/// </summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class RenewCards(PharmacyDb db, ClubRules rules, ClubCards cards) : UseCase<RenewCards.Input, RenewCards.Result>
{
    private const int Most = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        if (!(await rules.OnAsync(today, cancel)).Rules.Gold.LastQuarterCountsForNextYear) return new Result(0);
        var (year, last) = (today.Year, today.Year - 1);
        var due = await db.CardsReached.AsNoTracking()
            .Where(c => c.Year == last && c.Card == ClubCard.Gold && c.WithdrawnAt == null
                && !db.CardsReached.Any(n => n.MemberId == c.MemberId && n.Year == year && n.Card == ClubCard.Gold))
            .OrderBy(c => c.MemberId).Select(c => c.MemberId).Take(Most).ToListAsync(cancel);
        await cards.JudgeAsync(due, AwardOccasion.Of(call), cancel);
        return new Result(due.Count);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(int Judged);
}
