using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Rules;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Says which cards members have reached and which their points carry no more. A quarter is judged by the rules that held
/// when it ended, and a card that stands by the version that gave it: rules that change take nothing from anybody.
/// </summary>
internal sealed class CardJudge(PharmacyDb db, ClubRules rules, ClubPoints points, DataSession session)
{
    public async Task<CardJudgement> OfAsync(
        IReadOnlyDictionary<Guid, MemberSummary> members, AwardOccasion occasion, CancellationToken cancel)
    {
        Guid[] asked = [.. members.Keys];
        var (year, today) = (occasion.On.Year, await rules.OnAsync(occasion.On, cancel));
        var standing = (await db.CardsReached.AsNoTracking()
                .Where(c => EF.Parameter(asked).Contains(c.MemberId) && c.Year == year && c.WithdrawnAt == null)
                .ToListAsync(cancel)).ToLookup(c => c.MemberId);
        var quarters = new QuarterBook(points, asked);
        var gold = await GoldAsync(quarters, today, occasion.On, cancel);
        var yearPoints = await points.OfYearUntilAsync(asked, occasion.On, cancel);
        var topUps = await points.OfTopUpsAsync(asked, new DateOnly(year, 1, 1), occasion.On, cancel);
        var versions = new Dictionary<int, ClubTerms> { [today.Version] = today.Rules };
        var judgement = new CardJudgement(today, [], []);
        foreach (var id in asked)
        {
            var goldBefore = standing[id].FirstOrDefault(c => c.Card == ClubCard.Gold);
            var diamondBefore = standing[id].FirstOrDefault(c => c.Card == ClubCard.Diamond);
            var hasGold = gold.TryGetValue(id, out var by)
                || (goldBefore is not null && await StillCarriedAsync(goldBefore, quarters, await TermsAsync(goldBefore), cancel));
            if (by is not null && goldBefore is null)
                judgement.Reached.Add(Card(id, ClubCard.Gold, by.Points, by.Quarter.Number, by.Rules, occasion));
            if (!hasGold && goldBefore is not null) judgement.Lost.Add(goldBefore);
            // Gold that staff or another rule has granted is gold as well.
            var isGold = hasGold || (goldBefore is null && today.Rules.HasGold(members[id].Tier));
            var (bought, filled) = (yearPoints.GetValueOrDefault(id)?.Points ?? 0, topUps.GetValueOrDefault(id)?.Points ?? 0);
            var hasDiamond = today.Rules.Diamond.IsReached(isGold, bought, filled)
                || (diamondBefore is not null && (await TermsAsync(diamondBefore)).Diamond.IsReached(isGold, bought, filled));
            if (hasDiamond && diamondBefore is null)
                judgement.Reached.Add(Card(id, ClubCard.Diamond, bought + filled, null, today.Version, occasion));
            if (!hasDiamond && diamondBefore is not null) judgement.Lost.Add(diamondBefore);
        }

        return judgement;

        async Task<ClubTerms> TermsAsync(CardReached card) => versions.TryGetValue(card.Rules, out var known)
            ? known
            : versions[card.Rules] = await rules.OfVersionAsync(card.Rules, cancel);
    }

    /// <summary>Who has reached gold for the year of a day, by which quarter's points and rules; the newest quarter first.</summary>
    private async Task<Dictionary<Guid, GoldQuarter>> GoldAsync(
        QuarterBook quarters, RulesInForce<ClubTerms> today, DateOnly on, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, GoldQuarter>();
        foreach (var quarter in today.Rules.Gold.Behind(on))
        {
            var then = quarter.Last < on ? await rules.OnAsync(quarter.Last, cancel) : today;
            foreach (var (member, earned) in await quarters.OfAsync(quarter, cancel))
                if (then.Rules.Gold.IsReached(earned.Points))
                    found.TryAdd(member, new GoldQuarter(quarter, earned.Points, then.Version));
        }

        return found;
    }

    private static async Task<bool> StillCarriedAsync(
        CardReached gold, QuarterBook quarters, ClubTerms terms, CancellationToken cancel)
    {
        foreach (var quarter in BringersOf(gold, terms.Gold))
            if (terms.Gold.IsReached((await quarters.OfAsync(quarter, cancel)).GetValueOrDefault(gold.MemberId)?.Points ?? 0))
                return true;
        return false;
    }

    /// <summary>The quarter that brought a card. Of a fourth one it is not told of which year: where both may be, both are.</summary>
    private static IEnumerable<Quarter> BringersOf(CardReached gold, GoldTerms terms)
    {
        if (gold.Quarter is not { } number) yield break;
        var given = Quarter.Of(gold.On).Number;
        if (number <= given) yield return new Quarter(gold.Year, number);
        if (number > given || (number == 4 && terms.LastQuarterCountsForNextYear)) yield return new Quarter(gold.Year - 1, number);
    }

    private CardReached Card(Guid member, ClubCard card, long points, int? quarter, int version, AwardOccasion occasion) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(occasion.At, TimeSpan.Zero)),
        BrandId = session.Brand!.Value,
        MemberId = member,
        Card = card,
        Year = occasion.On.Year,
        On = occasion.On,
        Points = points,
        Quarter = quarter,
        Rules = version,
    };

    private sealed record GoldQuarter(Quarter Quarter, long Points, int Rules);

    /// <summary>What members earned in quarters, each asked for once.</summary>
    private sealed class QuarterBook(ClubPoints points, Guid[] members)
    {
        private readonly Dictionary<Quarter, IReadOnlyDictionary<Guid, PurchasePoints>> known = [];

        public async Task<IReadOnlyDictionary<Guid, PurchasePoints>> OfAsync(Quarter quarter, CancellationToken cancel) =>
            known.TryGetValue(quarter, out var found)
                ? found
                : known[quarter] = await points.OfQuarterAsync(members, quarter, cancel);
    }
}

/// <param name="Rules">Of the day of the judgement.</param>
/// <param name="Reached">Cards that members have reached and do not have.</param>
/// <param name="Lost">Cards that they have and their points do not carry.</param>
internal sealed record CardJudgement(RulesInForce<ClubTerms> Rules, List<CardReached> Reached, List<CardReached> Lost);
