using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Rules;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>The versions of the brand's apparel rules.</summary>
internal sealed class ApparelRules(ApparelDb db, DataSession session, IBrandDirectory brands, TimeProvider time)
    : RuleBook<ApparelTerms>(db, ApparelTerms.Usual)
{
    /// <summary>Those of now.</summary>
    public Task<ApparelTerms> NowAsync(CancellationToken cancel) => AtAsync(time.GetUtcNow().UtcDateTime, cancel);

    /// <summary>
    /// Those that judge a month of the ladder: in force when it begins, so that it is judged by one version.
    /// </summary>
    /// <param name="month">Its first day.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<ApparelTerms> OfMonthAsync(DateOnly month, CancellationToken cancel) =>
        AtAsync(brands.Find(session.Brand!.Value)!.UtcOf(month.ToDateTime(TimeOnly.MinValue)), cancel);

    /// <summary>First days of the months whose rungs can still be claimed, this month's first.</summary>
    public async Task<IReadOnlyList<DateOnly>> OpenMonthsAsync(DateOnly today, CancellationToken cancel)
    {
        var month = LadderBook.MonthOf(today);
        var before = month.AddMonths(-1);
        return today <= (await OfMonthAsync(before, cancel)).Ladder.ClaimUntil(before) ? [month, before] : [month];
    }
}
