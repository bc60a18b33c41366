using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Rules;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Judges who has reached the gold or diamond card of the year, and raises or takes back the tier. Asked twice it does it
/// once. The tier lasts as the brand's programme says of tiers that are granted.
/// </summary>
internal sealed class ClubCards(
    PharmacyDb db, ClubRules rules, ClubPoints points, IMemberAwards awards, IRows rows, DataSession session)
{
    /// <summary>Judges members by what they have earned so far.</summary>
    public Task JudgeAsync(IReadOnlyCollection<Guid> members, AwardOccasion occasion, CancellationToken cancel) =>
        JudgeAsync(members, occasion, grants: true, cancel);

    /// <summary>Takes back what a member's points do not carry any more, and gives nothing.</summary>
    /// <returns>The cards that were taken back.</returns>
    public Task<IReadOnlyList<CardReached>> ReviewAsync(Guid member, AwardOccasion occasion, CancellationToken cancel) =>
        JudgeAsync([member], occasion, grants: false, cancel);

    private async Task<IReadOnlyList<CardReached>> JudgeAsync(
        IReadOnlyCollection<Guid> members, AwardOccasion occasion, bool grants, CancellationToken cancel)
    {
        if (members.Count == 0) return [];
        var held = await awards.HoldAsync(members, cancel);
        Guid[] active = [.. held.Values.Where(m => m.IsActive).Select(m => m.Id)];
        if (active.Length == 0) return [];
        var inForce = await rules.OnAsync(occasion.On, cancel);
        var year = occasion.On.Year;
        var standing = (await db.CardsReached.AsNoTracking()
                .Where(c => EF.Parameter(active).Contains(c.MemberId) && c.Year == year && c.WithdrawnAt == null)
                .ToListAsync(cancel)).ToLookup(c => c.MemberId);
        var gold = await GoldAsync(active, inForce.Rules.Gold, occasion.On, cancel);
        var yearPoints = await points.OfYearUntilAsync(active, occasion.On, cancel);
        var topUps = await points.OfTopUpsAsync(active, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancel);
        var (reached, lost) = (new List<CardReached>(), new List<CardReached>());
        foreach (var id in active)
        {
            var goldBefore = standing[id].FirstOrDefault(c => c.Card == ClubCard.Gold);
            var diamondBefore = standing[id].FirstOrDefault(c => c.Card == ClubCard.Diamond);
            var hasGold = gold.ContainsKey(id);
            if (hasGold && goldBefore is null) reached.Add(Card(id, ClubCard.Gold, gold[id], inForce, occasion));
            if (!hasGold && goldBefore is not null) lost.Add(goldBefore);
            // Gold that staff or another rule has granted is gold as well.
            var isGold = hasGold || (goldBefore is null && inForce.Rules.HasGold(held[id].Tier));
            var (bought, filled) = (yearPoints.GetValueOrDefault(id)?.Points ?? 0, topUps.GetValueOrDefault(id)?.Points ?? 0);
            var hasDiamond = inForce.Rules.Diamond.IsReached(isGold, bought, filled);
            if (hasDiamond && diamondBefore is null)
                reached.Add(Card(id, ClubCard.Diamond, (bought + filled, null), inForce, occasion));
            if (!hasDiamond && diamondBefore is not null) lost.Add(diamondBefore);
        }

        await TakeBackAsync(lost, occasion, cancel);
        if (grants) await GrantAsync(reached, inForce, occasion, cancel);
        return lost;
    }

    /// <summary>Who has reached gold for the year of a day, by which quarter's points.</summary>
    private async Task<Dictionary<Guid, (long Points, int? Quarter)>> GoldAsync(
        Guid[] members, GoldTerms terms, DateOnly on, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, (long, int?)>();
        foreach (var quarter in terms.Behind(on))
            foreach (var (member, earned) in await points.OfQuarterAsync(members, quarter, cancel))
                if (terms.IsReached(earned.Points)) found.TryAdd(member, (earned.Points, quarter.Number));
        return found;
    }

    private async Task GrantAsync(
        List<CardReached> cards, RulesInForce<ClubTerms> inForce, AwardOccasion occasion, CancellationToken cancel)
    {
        if (cards.Count == 0) return;
        var outcomes = await awards.GrantAsync([.. cards.Select(c => Award(c, inForce, occasion))], cancel);
        // A programme without such a tier has no such card.
        await rows.InsertAsync([.. cards.Zip(outcomes).Where(c => c.Second.Refusal is null).Select(c => c.First)], cancel);
    }

    private async Task TakeBackAsync(List<CardReached> cards, AwardOccasion occasion, CancellationToken cancel)
    {
        if (cards.Count == 0) return;
        foreach (var card in cards) card.WithdrawnAt = occasion.At;
        // The higher one first: what is left of the other is judged without it.
        await awards.UndoAsync(
            [.. cards.OrderByDescending(c => c.Card).Select(c => new AwardUndo(c.AwardKey, null, "refund", occasion))], cancel);
        await rows.UpdateAsync(cards, [nameof(CardReached.WithdrawnAt)], cancel);
    }

    private static AwardGrant Award(CardReached card, RulesInForce<ClubTerms> inForce, AwardOccasion occasion) => new()
    {
        Key = card.AwardKey,
        Member = card.MemberId,
        Tier = card.Card == ClubCard.Gold ? inForce.Rules.Gold.Tier : inForce.Rules.Diamond.Tier,
        Reason = new AwardReason(
            card.Card == ClubCard.Gold ? "pharmacy.gold" : "pharmacy.diamond", inForce.Version,
            [new AwardInput("pharmacy.why.points", Figure(card.Points))]),
        Occasion = occasion,
    };

    private static string Figure(long points) => points.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private CardReached Card(
        Guid member, ClubCard card, (long Points, int? Quarter) by, RulesInForce<ClubTerms> inForce, AwardOccasion occasion) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(occasion.At, TimeSpan.Zero)),
        BrandId = session.Brand!.Value,
        MemberId = member,
        Card = card,
        Year = occasion.On.Year,
        On = occasion.On,
        Points = by.Points,
        Quarter = by.Quarter,
        Rules = inForce.Version,
    };
}
