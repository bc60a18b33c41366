using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Redemption;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Who holds the gold card or a better one, for prices: also whoever has just earned it by a receipt of which the card is
/// still to be written, so that the counter's look, its price and the order say the same.
/// </summary>
internal sealed class GoldCardHeld(
    IMemberFiles files, ClubCards cards, ClubRules rules, TimeProvider time, IBrandDirectory brands, DataSession session)
    : IRewardCondition
{
    public string Module => PharmacyModule.ModuleName;

    public string Name => "pharmacy.gold-card";

    public async ValueTask<IReadOnlySet<Guid>> WhoMeetsAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel)
    {
        var terms = (await rules.OnAsync(on, cancel)).Rules;
        var known = (await files.ReadAsync(members, cancel)).Values.Where(m => m.IsActive).ToDictionary(m => m.Id);
        var held = known.Values.Where(m => terms.HasGold(m.Tier)).Select(m => m.Id).ToHashSet();
        var at = time.GetUtcNow().UtcDateTime;
        // What is reached counts on the day itself; a later day's catalogue is for who holds the card by now.
        if (on != brands.Find(session.Brand!.Value)!.DateOf(at)) return held;
        var others = known.Where(m => !held.Contains(m.Key)).ToDictionary();
        foreach (var standing in await cards.StandingAsync(others, new AwardOccasion(at, on, Name), cancel))
            if (terms.HasGold(standing.Tier)) held.Add(standing.Id);
        return held;
    }
}
