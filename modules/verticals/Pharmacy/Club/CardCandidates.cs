using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Club;

/// <summary>Finds who has the points of a card of the year and has no such card, without judging everybody.</summary>
internal sealed class CardCandidates(PharmacyDb db, ClubRules rules, ClubPoints points, IMemberReceipts receipts)
{
    /// <summary>Why somebody may have a card on a day: each quarter that makes gold good then, and the year of diamond.</summary>
    public async Task<IReadOnlyList<CardReason>> ReasonsAsync(DateOnly today, CancellationToken cancel)
    {
        var (reasons, terms) = (new List<CardReason>(), (await rules.OnAsync(today, cancel)).Rules);
        foreach (var quarter in terms.Gold.Behind(today))
        {
            var then = quarter.Last < today ? (await rules.OnAsync(quarter.Last, cancel)).Rules : terms;
            reasons.Add(new CardReason(ClubCard.Gold, today.Year, quarter.First, quarter.Last, then.Gold.QuarterPoints));
        }

        var year = new CardReason(
            ClubCard.Diamond, today.Year, new DateOnly(today.Year, 1, 1), today, terms.Diamond.YearPoints);
        reasons.Add(year);
        if (terms.Diamond.TopUpsCount) reasons.Add(year with { ByTopUps = true });
        return reasons;
    }

    /// <summary>The next members who have the points, or may have them with what member days gave.</summary>
    public async Task<CardsMissing> FindAsync(CardReason reason, Guid? after, int count, CancellationToken cancel)
    {
        var found = reason.ByTopUps
            ? await FilledAsync(reason, after, count, cancel)
            : await receipts.EarnersAsync(reason.From, reason.To, reason.Least, after, count, cancel);
        Guid[] asked = [.. found];
        var have = await db.CardsReached.AsNoTracking()
            .Where(c => EF.Parameter(asked).Contains(c.MemberId) && c.Year == reason.Year && c.Card == reason.Card
                && c.WithdrawnAt == null)
            .Select(c => c.MemberId).ToHashSetAsync(cancel);
        Guid[] without = [.. found.Where(m => !have.Contains(m))];
        return new CardsMissing(
            reason.ByTopUps ? await EnoughAsync(reason, without, cancel) : without, found.Count < count ? null : found[^1]);
    }

    private async Task<IReadOnlyCollection<Guid>> EnoughAsync(CardReason reason, Guid[] members, CancellationToken cancel)
    {
        if (members.Length == 0) return members;
        var bought = await points.OfYearUntilAsync(members, reason.To, cancel);
        var filled = await points.OfTopUpsAsync(members, reason.From, reason.To, cancel);
        return [.. members.Where(m => PointsIn(bought, m) + PointsIn(filled, m) >= reason.Least)];

        static long PointsIn(IReadOnlyDictionary<Guid, PurchasePoints> earned, Guid member) =>
            earned.GetValueOrDefault(member)?.Points ?? 0;
    }

    private async Task<IReadOnlyList<Guid>> FilledAsync(CardReason reason, Guid? after, int count, CancellationToken cancel)
    {
        var filled = db.TopUps.AsNoTracking().Where(t => t.On >= reason.From && t.On <= reason.To && t.Points > t.Taken);
        if (after is { } last) filled = filled.Where(t => t.MemberId > last);
        return await filled.Select(t => t.MemberId).Distinct().OrderBy(m => m).Take(count).ToListAsync(cancel);
    }
}

/// <summary>A span of days whose points bring a card of a year.</summary>
/// <param name="Least">Points of receipts, or of these and member days.</param>
internal sealed record CardReason(ClubCard Card, int Year, DateOnly From, DateOnly To, long Least)
{
    /// <summary>What member days gave counts too: whoever was filled up may have it with fewer points of receipts.</summary>
    public bool ByTopUps { get; init; }
}

/// <param name="Without">Who has no such card.</param>
/// <param name="Last">Where to go on; null after the last member.</param>
internal sealed record CardsMissing(IReadOnlyCollection<Guid> Without, Guid? Last);
