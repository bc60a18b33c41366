using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Judges who has reached the gold or diamond card of the year, and raises or takes back the tier. Asked twice it does it
/// once. The tier lasts as the brand's programme says of tiers that are granted.
/// </summary>
internal sealed class ClubCards(CardJudge judge, IMemberAwards awards, IMemberTiers tiers, IRows rows)
{
    /// <summary>
    /// A member with the card that his points have brought him, also in the moment between a receipt and the card's being
    /// recorded. Reads and writes nothing.
    /// </summary>
    public async Task<MemberSummary> StandingAsync(MemberSummary member, AwardOccasion occasion, CancellationToken cancel) =>
        (await StandingAsync(new Dictionary<Guid, MemberSummary> { [member.Id] = member }, occasion, cancel))[0];

    /// <summary>The same of many members at once.</summary>
    public async Task<IReadOnlyList<MemberSummary>> StandingAsync(
        IReadOnlyDictionary<Guid, MemberSummary> members, AwardOccasion occasion, CancellationToken cancel)
    {
        if (members.Count == 0) return [];
        var (inForce, reached, _) = await judge.OfAsync(members, occasion, cancel);
        if (reached.Count == 0) return [.. members.Values];
        var known = (await tiers.AtAsync(occasion.At, cancel)).Select(t => t.Code).ToList();
        var raised = reached.OrderBy(c => c.Card).ToLookup(c => c.MemberId, c => inForce.Rules.TierOf(c.Card));
        return
        [
            .. members.Values.Select(member => raised[member.Id].Where(tier => known.IndexOf(tier) > known.IndexOf(member.Tier))
                .Aggregate(member, (standing, tier) => standing with { Tier = tier })),
        ];
    }

    /// <summary>Judges members by what they have earned so far.</summary>
    public Task JudgeAsync(IReadOnlyCollection<Guid> members, AwardOccasion occasion, CancellationToken cancel) =>
        JudgeAsync(members, occasion, Given.WithTier, takes: true, cancel);

    /// <summary>Gives what members had reached by a day that is over, and takes nothing back: what came later counts too.</summary>
    public Task CatchUpAsync(IReadOnlyCollection<Guid> members, AwardOccasion occasion, CancellationToken cancel) =>
        JudgeAsync(members, occasion, Given.WithTier, takes: false, cancel);

    /// <summary>
    /// Writes down what members had reached by a day of a year that is over: the card counts where that year is looked at,
    /// and gives nobody a tier now.
    /// </summary>
    public Task RecordAsync(IReadOnlyCollection<Guid> members, AwardOccasion occasion, CancellationToken cancel) =>
        JudgeAsync(members, occasion, Given.WithoutTier, takes: false, cancel);

    /// <summary>Takes back what a member's points do not carry any more, and gives nothing.</summary>
    /// <returns>The cards that were taken back.</returns>
    public Task<IReadOnlyList<CardReached>> ReviewAsync(Guid member, AwardOccasion occasion, CancellationToken cancel) =>
        JudgeAsync([member], occasion, Given.Nothing, takes: true, cancel);

    private async Task<IReadOnlyList<CardReached>> JudgeAsync(
        IReadOnlyCollection<Guid> members, AwardOccasion occasion, Given given, bool takes, CancellationToken cancel)
    {
        if (members.Count == 0) return [];
        var active = (await awards.HoldAsync(members, cancel)).Where(m => m.Value.IsActive).ToDictionary();
        if (active.Count == 0) return [];
        var (inForce, reached, lost) = await judge.OfAsync(active, occasion, cancel);
        if (takes) await TakeBackAsync(lost, occasion, cancel);
        if (given != Given.Nothing) await GrantAsync(reached, inForce.Rules, occasion, given == Given.WithTier, cancel);
        return lost;
    }

    private async Task GrantAsync(
        List<CardReached> cards, ClubTerms terms, AwardOccasion occasion, bool withTier, CancellationToken cancel)
    {
        if (cards.Count == 0) return;
        var outcomes = await awards.GrantAsync([.. cards.Select(c => Award(c, terms, occasion, withTier))], cancel);
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

    private static AwardGrant Award(CardReached card, ClubTerms terms, AwardOccasion occasion, bool withTier) => new()
    {
        Key = card.AwardKey,
        Member = card.MemberId,
        Tier = withTier ? terms.TierOf(card.Card) : null,
        Reason = new AwardReason(
            card.Card == ClubCard.Gold ? "pharmacy.gold" : "pharmacy.diamond", card.Rules,
            [new AwardInput("pharmacy.why.points", Figure(card.Points))]),
        Occasion = occasion,
    };

    private static string Figure(long points) => points.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a judgement gives of the cards that are reached.</summary>
    private enum Given
    {
        Nothing,
        WithTier,

        /// <summary>Of a year that is over.</summary>
        WithoutTier,
    }
}
