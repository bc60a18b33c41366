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
    PharmacyDb db, ClubRules rules, ClubPoints points, IMemberAwards awards, IMemberTiers tiers, IRows rows, DataSession session)
{
    /// <summary>
    /// A member with the card that his points have brought him, also in the moment between a receipt and the card's being
    /// recorded. Reads and writes nothing.
    /// </summary>
    public async Task<MemberSummary> StandingAsync(MemberSummary member, AwardOccasion occasion, CancellationToken cancel)
    {
        var inForce = await rules.OnAsync(occasion.On, cancel);
        var (reached, _) = await JudgementAsync(
            new Dictionary<Guid, MemberSummary> { [member.Id] = member }, inForce, occasion, cancel);
        if (reached.Count == 0) return member;
        var known = (await tiers.AtAsync(occasion.At, cancel)).Select(t => t.Code).ToList();
        return reached.OrderBy(c => c.Card).Select(c => TierOf(c, inForce.Rules))
            .Where(tier => known.IndexOf(tier) > known.IndexOf(member.Tier))
            .Aggregate(member, (standing, tier) => standing with { Tier = tier });
    }

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
        var active = (await awards.HoldAsync(members, cancel)).Where(m => m.Value.IsActive).ToDictionary();
        if (active.Count == 0) return [];
        var inForce = await rules.OnAsync(occasion.On, cancel);
        var (reached, lost) = await JudgementAsync(active, inForce, occasion, cancel);
        await TakeBackAsync(lost, occasion, cancel);
        if (grants) await GrantAsync(reached, inForce, occasion, cancel);
        return lost;
    }

    /// <summary>The cards that members have reached and do not have, and those that they have and their points do not carry.</summary>
    private async Task<(List<CardReached> Reached, List<CardReached> Lost)> JudgementAsync(
        Dictionary<Guid, MemberSummary> members, RulesInForce<ClubTerms> inForce, AwardOccasion occasion, CancellationToken cancel)
    {
        Guid[] active = [.. members.Keys];
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
            var isGold = hasGold || (goldBefore is null && inForce.Rules.HasGold(members[id].Tier));
            var (bought, filled) = (yearPoints.GetValueOrDefault(id)?.Points ?? 0, topUps.GetValueOrDefault(id)?.Points ?? 0);
            var hasDiamond = inForce.Rules.Diamond.IsReached(isGold, bought, filled);
            if (hasDiamond && diamondBefore is null)
                reached.Add(Card(id, ClubCard.Diamond, (bought + filled, null), inForce, occasion));
            if (!hasDiamond && diamondBefore is not null) lost.Add(diamondBefore);
        }

        return (reached, lost);
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
        Tier = TierOf(card, inForce.Rules),
        Reason = new AwardReason(
            card.Card == ClubCard.Gold ? "pharmacy.gold" : "pharmacy.diamond", inForce.Version,
            [new AwardInput("pharmacy.why.points", Figure(card.Points))]),
        Occasion = occasion,
    };

    private static string TierOf(CardReached card, ClubTerms terms) =>
        card.Card == ClubCard.Gold ? terms.Gold.Tier : terms.Diamond.Tier;

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
