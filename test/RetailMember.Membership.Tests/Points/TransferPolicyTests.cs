using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

/// <summary>What the programme says of gifts of points; each in a shop of its own, whose programme it turns.</summary>
public sealed class TransferPolicyTests
{
    [Fact, Trait("Req", "CORE-16")]
    public Task A_brand_may_forbid_it() => With(new TransferPolicy { Allowed = false }, async shop =>
        (await shop.RefusalOf(Give(await shop.HolderAsync(100), await shop.MemberAsync(), 10)))
            .ShouldBe("membership.transfers-off"));

    [Fact, Trait("Req", "CORE-16")]
    public Task A_gift_has_a_least_size_and_a_day_has_an_end() =>
        With(new TransferPolicy { LeastPoints = 50, DailyMost = 120 }, async shop =>
        {
            var (giver, friend) = (await shop.HolderAsync(1_000), await shop.MemberAsync());
            (await shop.RefusalOf(Give(giver, friend, 49))).ShouldBe("membership.transfer-too-small");

            var gifts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Give(giver, friend, 60))));

            gifts.Count(g => g.Accepted).ShouldBe(2);
            gifts.Where(g => !g.Accepted).ShouldAllBe(g => g.Refusal!.Code == "membership.transfer-limit");
            await shop.Do(new ReverseTransfer.Input(gifts.First(g => g.Accepted).Value.Transfer, "mistaken"));
            await shop.Do(Give(giver, friend, 60));
            shop.Later(1);
            await shop.Do(Give(giver, friend, 120));
        });

    [Fact, Trait("Req", "CORE-16"), Trait("Req", "CORE-49")]
    public Task A_merge_takes_gifts_along_and_no_day_begins_anew_by_it() =>
        With(new TransferPolicy { DailyMost = 120 }, async shop =>
        {
            var (stays, goes, friend) = (await shop.HolderAsync(300), await shop.HolderAsync(300), await shop.MemberAsync());
            await shop.Do(Give(goes, friend, 100));
            (await shop.RefusalOf(Give(goes, "nobody", 30))).ShouldBe("membership.transfer-limit");

            await shop.Do(new MergeMembers.Input { Key = Key(), Survivor = stays, Duplicate = goes, Reason = "one person" });

            (await shop.RefusalOf(Give(stays, friend, 30))).ShouldBe("membership.transfer-limit");
            await shop.Do(Give(stays, friend, 20));
            (await shop.Do(new FindTransfers.Input { Member = stays })).Items.Select(t => (t.Change, t.OtherNo))
                .ShouldBe([(-20, friend), (-100, friend)]);
        });

    [Fact, Trait("Req", "CORE-16")]
    public Task Points_that_lapse_too_soon_stay() => With(new TransferPolicy { LeastDaysLeft = 30 }, async shop =>
    {
        var (giver, friend) = (await shop.HolderAsync(100), await shop.MemberAsync());
        shop.Clock.Set("2027-01-30");
        (await shop.RefusalOf(Give(giver, friend, 10))).ShouldBe("membership.transfer-expiring");
        (await shop.RefusalOf(Give(giver, "nobody", 10))).ShouldBe("membership.transfer-expiring");
        (await shop.RefusalOf(Give(giver, friend, 101))).ShouldBe("membership.transfer-not-enough");

        shop.Clock.Set("2027-01-29");
        await shop.Do(Give(giver, friend, 10));
    });

    [Fact, Trait("Req", "CORE-16")]
    public Task Pending_points_are_nobodys_to_give() => With(new TransferPolicy(), pendingDays: 7, test: async shop =>
    {
        var (giver, friend) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(giver, 100));
        (await shop.RefusalOf(Give(giver, friend, 100))).ShouldBe("membership.transfer-not-enough");

        shop.Later(7);
        await shop.Do(Give(giver, friend, 100));
        (await shop.Do(new ReadMember.Input(friend))).Lots.Single().StartsOn.ShouldBe(new DateOnly(2026, 3, 9));
    });

    private static async Task With(TransferPolicy policy, Func<Shop.Shop, Task> test, int pendingDays = 0)
    {
        var shop = new SqliteShop();
        await using var closing = shop;
        await shop.InitializeAsync();
        await shop.ChangeAsync(d => d with { Transfers = policy, PendingDays = pendingDays });
        await test(shop);
    }

    private static TransferPoints.Input Give(string giver, string receiver, long points) => new()
    {
        Key = Key(), Member = giver, Receiver = receiver, Points = points,
    };
}
