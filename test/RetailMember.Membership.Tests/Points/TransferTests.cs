using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class TransferTestsOnSqlite(SqliteShop shop) : TransferTests(shop), IClassFixture<SqliteShop>;

public sealed class TransferTestsOnPostgres(PostgresShop shop) : TransferTests(shop), IClassFixture<PostgresShop>;

public abstract class TransferTests(Shop.Shop shop)
{
    private static readonly DateOnly LastDay = new(2027, 2, 28);

    [Fact, Trait("Req", "CORE-16")]
    public async Task Given_points_keep_their_expiry_and_count_towards_no_tier_of_the_receiver()
    {
        var (giver, friend) = (await shop.HolderAsync(300), await shop.MemberAsync());

        var done = await shop.Do(Give(giver, friend, 100));

        (done.MemberNo, done.ReceiverNo, done.PointsBalance).ShouldBe((giver, friend, 200));
        var file = await shop.Do(new ReadMember.Input(friend));
        file.Lots.Select(l => (l.Remaining, l.ExpiresOn)).ShouldBe([(100, LastDay)]);
        (file.Tier.Code, file.LifetimeSpend.Fen, file.LifetimePurchases, file.Balances[1].Usable).ShouldBe(("ordinary", 0, 0, 0));
        var member = await shop.MemberRowAsync(friend);
        (member.PointsEarned, member.LifetimePointsEarned, member.Growth).ShouldBe((0, 0, 0));
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task Both_sides_say_who_gave_to_whom()
    {
        var (giver, friend) = (await shop.HolderAsync(300), await shop.MemberAsync());
        await shop.Do(Give(giver, friend, 100));

        var sent = (await shop.Do(new ReadLedger.Input { Member = giver })).Items[0];
        var got = (await shop.Do(new ReadLedger.Input { Member = friend })).Items[0];

        (sent.Kind, sent.Change, got.Kind, got.Change).ShouldBe((PostingKind.Transfer, -100, PostingKind.Transfer, 100));
        sent.Why.Single().Words.ShouldBe($"转赠给会员 {friend}");
        (await shop.Do(new ExplainPosting.Input(friend, got.Posting))).Why.Single().Words.ShouldBe($"会员 {giver} 转赠");
        var own = await shop.Do(
            new ExplainPosting.Input(friend, got.Posting),
            caller: Caller.Member((await shop.MemberRowAsync(friend)).Id, friend, Shop.Shop.Pharmacy.Id));
        own.Why.Single().Words.ShouldBe($"会员 {MaskedNumber.Of(giver)} 转赠", "a member is not told another's number");
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task Twenty_parallel_gifts_of_the_whole_balance_give_it_once()
    {
        var giver = await shop.HolderAsync(100);
        var friends = new List<string>();
        for (var i = 0; i < 20; i++) friends.Add(await shop.MemberAsync());

        var outcomes = await Task.WhenAll(friends.Select(f => shop.TryDo(Give(giver, f, 100))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "membership.transfer-not-enough");
        (await shop.PointsOfAsync(giver)).ShouldBe(0);
        long got = 0;
        foreach (var friend in friends) got += await shop.PointsOfAsync(friend);
        got.ShouldBe(100);
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task Gifts_in_a_ring_at_the_same_moment_all_pass()
    {
        var ring = new List<string>();
        for (var i = 0; i < 5; i++) ring.Add(await shop.HolderAsync(100));

        var round = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TryDo(Give(ring[i % 5], ring[(i + 1) % 5], 20))));
        round.ShouldAllBe(o => o.Accepted);
        var sums = new List<long>();
        foreach (var member in ring) sums.Add(await shop.PointsOfAsync(member));
        sums.ShouldBe([100, 100, 100, 100, 100]);
        (await shop.InTables(t => t.GetRequiredService<ILedgerAudit>().VerifyAsync(new DateOnly(2026, 3, 2))))
            .SelectMany(line => line.Breaches).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task Who_cannot_receive_gets_one_answer_whatever_the_reason()
    {
        var (giver, gone) = (await shop.HolderAsync(300), await shop.MemberAsync());
        await shop.Do(new CloseMember.Input(gone, "moved away"));

        (await shop.RefusalOf(Give(giver, gone, 10))).ShouldBe("membership.transfer-receiver");
        (await shop.RefusalOf(Give(giver, "nobody", 10))).ShouldBe("membership.transfer-receiver");
        (await shop.RefusalOf(Give(giver, giver, 10))).ShouldBe("membership.transfer-to-oneself");
        (await shop.RefusalOf(Give(gone, giver, 10))).ShouldBe("membership.member-not-active");
        (await shop.RefusalOf(Give(giver, await shop.MemberAsync(), 301))).ShouldBe("membership.transfer-not-enough");
        (await shop.PointsOfAsync(giver)).ShouldBe(300);
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task What_the_giver_lacks_is_told_before_and_alike_whoever_is_to_receive()
    {
        var (giver, friend) = (await shop.HolderAsync(300), await shop.MemberAsync());

        (await shop.RefusalOf(Give(giver, friend, 301))).ShouldBe("membership.transfer-not-enough");
        (await shop.RefusalOf(Give(giver, "nobody", 301))).ShouldBe("membership.transfer-not-enough");
        (await shop.RefusalOf(Give(giver, Mobile(Numbers.Next()), 301))).ShouldBe("membership.transfer-not-enough");
        (await shop.RefusalOf(Give(giver, "nobody", 300))).ShouldBe("membership.transfer-receiver");
        (await shop.PointsOfAsync(giver)).ShouldBe(300);
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task The_receiver_may_be_named_by_mobile_and_not_be_oneself_by_it()
    {
        var mobile = Mobile(Numbers.Next());
        var friend = (await shop.Do(Enrol(mobile))).MemberNo;
        var giver = await shop.HolderAsync(50);

        (await shop.Do(Give(giver, mobile, 50))).ReceiverNo.ShouldBe(friend);
        (await shop.RefusalOf(Give(friend, mobile, 50))).ShouldBe("membership.transfer-to-oneself");
    }

    [Fact, Trait("Req", "CORE-16")]
    public async Task A_gift_is_taken_back_into_its_lots_while_the_receiver_still_has_it()
    {
        var (giver, friend) = (await shop.HolderAsync(300), await shop.HolderAsync(500));
        var gift = await shop.Do(Give(giver, friend, 100));
        var spent = await shop.Do(Give(giver, friend, 100));
        await shop.SpendAsync(friend, 650);

        (await shop.RefusalOf(Undo(gift))).ShouldBe("membership.transfer-spent");

        var (rich, other) = (await shop.HolderAsync(300), await shop.MemberAsync());
        var kept = await shop.Do(Give(rich, other, 120));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Undo(kept))));
        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "membership.transfer-reversed");
        (await shop.Do(new ReadMember.Input(rich))).Lots.Select(l => (l.Remaining, l.ExpiresOn)).ShouldBe([(300, LastDay)]);
        (await shop.PointsOfAsync(other)).ShouldBe(0);
        (await shop.Do(new FindTransfers.Input { Member = other })).Items.Single().ShouldSatisfyAllConditions(
            r => r.Change.ShouldBe(120), r => r.OtherNo.ShouldBe(rich), r => r.ReversedFor.ShouldBe("mistaken number"));
        spent.Points.ShouldBe(100);
    }

    private static ReverseTransfer.Input Undo(TransferPoints.Result gift) => new(gift.Transfer, "mistaken number");

    private static TransferPoints.Input Give(string giver, string receiver, long points) => new()
    {
        Key = Key(), Member = giver, Receiver = receiver, Points = points,
    };
}
