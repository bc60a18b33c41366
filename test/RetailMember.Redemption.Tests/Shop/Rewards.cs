using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders;

namespace RetailMember.Redemption.Tests.Shop;

/// <summary>Short ways to say what the catalogue offers.</summary>
internal static class Rewards
{
    /// <summary>Goods of which there is always enough.</summary>
    public static RewardTerms Goods(long points) => new()
    {
        Name = new LocalName("礼品", "Gift"), Kind = RewardKind.Goods, Points = points,
    };

    private static readonly ConcurrentDictionary<string, long> Shown = new();

    /// <summary>One piece at its list price, to be handed out at store s1.</summary>
    public static Redeem.Input Order(string reward, MemberSummary member) => new()
    {
        Key = Given.Key(),
        StoreCode = "s1",
        Member = member.MemberNo,
        Reward = reward,
        Points = Shown.GetValueOrDefault(reward),
    };

    public static string Code() => "r" + Given.Key();

    /// <summary>Rewards in the running edition; their codes.</summary>
    public static async Task<string[]> OfferAsync(this Shop shop, params RewardTerms[] rewards)
    {
        string[] codes = [.. rewards.Select(_ => Code())];
        for (var i = 0; i < codes.Length; i++)
        {
            await shop.Do(new EditReward.Input(codes[i], rewards[i]));
            Shown[codes[i]] = rewards[i].Points;
        }

        await shop.EditionAsync("2026", "2026-01-01", "2026-12-31", codes);
        return codes;
    }

    /// <summary>A published edition that has these rewards beside those it had.</summary>
    public static async Task EditionAsync(this Shop shop, string code, string from, string to, params string[] rewards)
    {
        var editions = (await shop.Do(new FindEditions.Input())).Editions;
        var known = editions.FirstOrDefault(e => e.Edition == code)?.Items ?? [];
        await shop.Do(new EditEdition.Input(
            code, Day(from), Day(to), [.. known.Concat(rewards.Select(r => new EditionItem(r)))]));
        await shop.Do(new PublishEdition.Input(code));
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    public static Task SupplyAsync(this Shop shop, string reward, long pieces, string? store = null) =>
        shop.Do(new SupplyStock.Input { Key = Given.Key(), Reward = reward, Pieces = pieces, StoreCode = store, Reason = "test" });

    /// <summary>A new member with points in one lot that never lapses.</summary>
    public static async Task<MemberSummary> RichAsync(this Shop shop, long points, string tier = "ordinary")
    {
        var member = shop.Members.Add(tier);
        await shop.GrantAsync(member, points);
        return member;
    }

    public static async Task GrantAsync(this Shop shop, MemberSummary member, long points, string? expiresOn = null) =>
        (await shop.InTables(t => t.GetRequiredService<ILedger>().PostAsync(
        [
            new Credit
            {
                Key = Given.Key(),
                Owner = member.Id,
                Unit = MembershipUnits.Points,
                Amount = points,
                On = Day("2026-01-01"),
                ExpiresOn = expiresOn is null ? null : Day(expiresOn),
                Kind = PostingKind.Earn,
            },
        ]))).Single().Status.ShouldBe(PostingStatus.Posted);

    public static Task<IReadOnlyList<LedgerLot>> LotsAsync(this Shop shop, MemberSummary member) =>
        shop.InTables(t => t.GetRequiredService<ILedger>().ReadLotsAsync(member.Id, MembershipUnits.Points));

    public static async Task<long> PointsAsync(this Shop shop, MemberSummary member) =>
        (await shop.LotsAsync(member)).Sum(l => l.Remaining);
}
