using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rankings;

/// <summary>
/// The rankings, the newest first, and when the next one is frozen. Those that are not published are for whoever publishes
/// them.
/// </summary>
[Needs(PharmacyPermissions.ViewClub)]
internal sealed class FindRankings(PharmacyDb db, ClubRules rules) : Query<FindRankings.Input, FindRankings.Result>
{
    private const int Most = 40;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var all = RankingShelf.MayPublish(call);
        var found = await db.Rankings.AsNoTracking().Where(r => all || r.PublishedAt != null)
            .OrderByDescending(r => r.Year).ThenByDescending(r => r.Quarter).Take(Most).ToListAsync(cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var running = Quarter.Of(today);
        return new Result(
            running.Year, running.Number, (await rules.OnAsync(today, cancel)).Rules.Ranking.FreezesOn(running),
            [.. found.Select(r => new Row(r.Year, r.Quarter, r.Places, r.FrozenAt, r.PublishedAt, r.PublishedBy))]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Year">Of the quarter that runs.</param>
    /// <param name="FreezesOn">First day on which the running quarter can be frozen.</param>
    internal sealed record Result(int Year, int Quarter, DateOnly FreezesOn, IReadOnlyList<Row> Rankings);

    /// <param name="FrozenAt">UTC.</param>
    /// <param name="PublishedAt">UTC; null until then.</param>
    internal sealed record Row(int Year, int Quarter, int Places, DateTime FrozenAt, DateTime? PublishedAt, string? PublishedBy);
}
