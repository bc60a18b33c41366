using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Points;
using RetailMember.Membership.Points.Transfers;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class MergeTestsOnSqlite(SqliteShop shop) : MergeTests(shop), IClassFixture<SqliteShop>;

public sealed class MergeTestsOnPostgres(PostgresShop shop) : MergeTests(shop), IClassFixture<PostgresShop>;

public abstract class MergeTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-49")]
    public async Task Points_add_up_lot_by_lot_and_the_duplicates_number_card_and_mobile_find_the_one_who_stays()
    {
        var mobile = Mobile(Numbers.Next());
        var (a, b) = (await shop.MemberAsync(), (await shop.Do(Enrol(mobile))).MemberNo);
        await shop.Do(Buy(a, 100, "2026-02-01"));
        await shop.Do(Buy(b, 200, "2026-03-01"));
        await shop.Do(new BindCard.Input(b, "CARD-" + b, CredentialKind.Magnetic));

        var done = await shop.Do(Merge(a, b));

        (done.MemberNo, done.DuplicateNo, done.Points).ShouldBe((a, b, 200));
        foreach (var name in (string[])[a, b, mobile, "card-" + b])
        {
            var file = await shop.Do(new ReadMember.Input(name));
            (file.MemberNo, file.Balances[0].Usable, file.LifetimeSpend.Fen, file.LifetimePurchases).ShouldBe((a, 300, 300_00, 2));
            file.Lots.Select(l => (l.Remaining, l.ExpiresOn)).ShouldBe(
                [(100, new DateOnly(2027, 1, 31)), (200, new DateOnly(2027, 2, 28))]);
            file.Cards.Single().Number.ShouldBe("CARD-" + b);
        }

        var row = await shop.MemberRowAsync(b);
        (row.Status, row.MergedIntoId).ShouldBe((MemberStatus.Merged, (await shop.MemberRowAsync(a)).Id));
        (await shop.Do(new ReadPurchases.Input { Member = b })).Items.Count.ShouldBe(2);
        (await shop.Do(new ReadLedger.Input { Member = a })).Items[0].Why.Single().Words.ShouldBe($"会员 {b} 并入 {a}");
        (await shop.Do(Buy(b, 10))).MemberNo.ShouldBe(a);
        (await shop.RefusalOf(Enrol(mobile))).ShouldBe("membership.already-member");
        await SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task Undone_at_once_both_stand_exactly_as_before()
    {
        var (a, b) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(a, 600, "2026-02-01"));
        await shop.Do(Buy(b, 5_500, "2026-02-02"));
        var before = (await StandingAsync(a), await StandingAsync(b));

        var merge = await shop.Do(Merge(a, b));
        (merge.TierCode, (await StandingAsync(a)).Metrics.SpendFen).ShouldBe(("gold", 6_100_00));
        var undone = await shop.Do(new UnmergeMembers.Input(merge.Merge, "two people after all"));

        (undone.Points, undone.MissingPoints).ShouldBe((merge.Points, 0));
        (await StandingAsync(a), await StandingAsync(b)).ShouldBe(before);
        (await shop.RefusalOf(new UnmergeMembers.Input(merge.Merge, "again"))).ShouldBe("membership.merge-undone");
        await SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task The_duplicates_mobile_may_become_that_of_the_one_who_stays_until_the_merge_is_undone()
    {
        var (mistyped, real) = (Mobile(Numbers.Next()), Mobile(Numbers.Next()));
        var (a, b) = ((await shop.Do(Enrol(mistyped))).MemberNo, (await shop.Do(Enrol(real))).MemberNo);
        var tell = new ChangeMember.Input { Member = a, Mobile = real };
        (await shop.RefusalOf(tell)).ShouldBe("membership.mobile-taken");
        var merge = await shop.Do(Merge(a, b));

        await shop.Do(tell);

        (await shop.Do(new ReadMember.Input(real))).MemberNo.ShouldBe(a);
        (await shop.Do(new RevealMember.Input(a, "test"))).Mobile.ShouldBe(real);
        var stranger = (await shop.Do(Enrol(mistyped))).MemberNo;
        await shop.Do(new UnmergeMembers.Input(merge.Merge, "two people after all"));

        (await shop.Do(new ReadMember.Input(real))).MemberNo.ShouldBe(b);
        (await shop.Do(new RevealMember.Input(a, "test"))).Mobile.ShouldBeNull();
        (await shop.Do(new ReadMember.Input(mistyped))).MemberNo.ShouldBe(stranger);
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task Both_together_may_reach_a_better_tier_which_goes_again_with_the_merge()
    {
        var (a, b) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(a, 600));
        await shop.Do(Buy(b, 600));

        var merge = await shop.Do(Merge(a, b));

        merge.TierCode.ShouldBe("silver");
        (await shop.Do(new ReadTierHistory.Input(a))).Steps[0].Reason.ShouldBe(TierChangeReason.Merge);
        await shop.Do(new UnmergeMembers.Input(merge.Merge, "two people"));
        ((await StandingAsync(a)).Tier, (await StandingAsync(b)).Tier).ShouldBe(("ordinary", "ordinary"));
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "CORE-46")]
    public async Task A_refund_of_the_duplicates_receipt_takes_back_from_the_one_who_stays()
    {
        var (a, b) = (await shop.MemberAsync(), await shop.MemberAsync());
        var receipt = Buy(b, 6_000);
        await shop.Do(receipt);
        var merge = await shop.Do(Merge(a, b));
        merge.TierCode.ShouldBe("gold");

        var refund = await shop.Do(Refund(receipt, 5_900));

        (refund.MemberNo, refund.PointsTaken, refund.PointsBalance, refund.TierCode).ShouldBe((a, 5_900, 100, "ordinary"));
        await SoundAsync();
        var undone = await shop.Do(new UnmergeMembers.Input(merge.Merge, "two people"));
        (undone.Points, undone.MissingPoints).ShouldBe((100, 0));
        (await StandingAsync(b)).ShouldSatisfyAllConditions(
            s => s.Tier.ShouldBe("ordinary"), s => s.Metrics.SpendFen.ShouldBe(100_00), s => s.Points.ShouldBe(100));
        (await shop.Do(Refund(receipt, 100))).ShouldSatisfyAllConditions(
            r => r.MemberNo.ShouldBe(b), r => r.PointsTaken.ShouldBe(100), r => r.Left.Fen.ShouldBe(0));
        await SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task What_the_one_who_stays_has_spent_is_missing_and_what_he_bought_since_stays_his()
    {
        var (a, b) = (await shop.MemberAsync(), await shop.HolderAsync(200));
        var merge = await shop.Do(Merge(a, b));
        await shop.SpendAsync(a, 150);
        await shop.Do(Buy(b, 70));

        var undone = await shop.Do(new UnmergeMembers.Input(merge.Merge, "two people"));

        (undone.Points, undone.MissingPoints).ShouldBe((50, 150));
        (await shop.Do(new FindMerges.Input(a))).Items.Single().MissingPoints.ShouldBe(150);
        (await shop.PointsOfAsync(a), await shop.PointsOfAsync(b)).ShouldBe((70, 50));
        ((await shop.MemberRowAsync(a)).LifetimePurchases, (await shop.MemberRowAsync(b)).LifetimePurchases).ShouldBe((1, 0));
        await SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "CORE-48")]
    public async Task A_late_receipt_counts_where_it_belongs_after_a_merge_too()
    {
        var (a, b) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(b, 800, "2026-02-10"));
        var merge = await shop.Do(Merge(a, b));

        (await shop.Do(Buy(b, 300, "2026-02-05"))).ShouldSatisfyAllConditions(
            r => r.MemberNo.ShouldBe(a), r => r.TierCodeAfter.ShouldBe("silver"));

        await SoundAsync();
        await shop.Do(new UnmergeMembers.Input(merge.Merge, "two people"));
        ((await StandingAsync(a)).Metrics.SpendFen, (await StandingAsync(b)).Metrics.SpendFen).ShouldBe((300_00, 800_00));
        await SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task Nobody_is_merged_with_himself_twice_in_a_ring_or_along_a_chain()
    {
        var (a, b, c) = (await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync());
        (await shop.RefusalOf(Merge(a, a))).ShouldBe("membership.merge-with-oneself");
        (await shop.RefusalOf(Merge(a, "nobody"))).ShouldBe("membership.member-not-found");
        await shop.Do(Merge(a, b));

        (await shop.RefusalOf(Merge(b, a))).ShouldBe("membership.merged-already");
        (await shop.RefusalOf(Merge(a, b))).ShouldBe("membership.merged-already");
        (await shop.RefusalOf(Merge(c, b))).ShouldBe("membership.merged-already");
        (await shop.RefusalOf(Merge(c, a))).ShouldBe("membership.merge-of-survivor");
        await shop.Do(Merge(a, c));
        var gone = await shop.MemberAsync();
        await shop.Do(new CloseMember.Input(gone, "moved away"));
        (await shop.RefusalOf(Merge(gone, a))).ShouldBe("membership.member-not-active");
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task Of_twenty_merges_at_once_with_receipts_between_one_is_made_and_nothing_is_lost()
    {
        var (a, b) = (await shop.MemberAsync(), await shop.HolderAsync(200));
        var receipts = Enumerable.Range(0, 20).Select(i => shop.TryDo(Buy(i % 2 == 0 ? a : b, 10)));
        var merges = Enumerable.Range(0, 20).Select(i => shop.TryDo(i % 2 == 0 ? Merge(a, b) : Merge(b, a)));

        var bought = Task.WhenAll(receipts);
        var made = await Task.WhenAll(merges);

        made.Count(m => m.Accepted).ShouldBe(1);
        made.Where(m => !m.Accepted).ShouldAllBe(m => m.Refusal!.Code == "membership.merged-already");
        var taken = (await bought).Count(o => o.Accepted);
        (await shop.PointsOfAsync(a)).ShouldBe(200 + (taken * 10));
        await SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task The_preview_tells_what_the_merge_does_and_writes_nothing()
    {
        var (a, b) = (await shop.MemberAsync(), await shop.HolderAsync(200));
        await shop.Do(Buy(a, 600));
        await shop.Do(Buy(b, 600));

        var told = await shop.Do(new PreviewMerge.Input(a, b));

        var (one, other, after) = (told.SurvivorNow, told.DuplicateNow, told.SurvivorAfter);
        (one.Points, other.Points, after.Points, after.Lots).ShouldBe((600, 800, 1_400, 3));
        (one.Tier.Code, after.Tier.Code, after.LifetimeSpend.Fen).ShouldBe(("ordinary", "silver", 1_200_00));
        (await StandingAsync(a)).Points.ShouldBe(600);
        var done = await shop.Do(Merge(a, b));
        var file = await shop.Do(new ReadMember.Input(a));
        (file.Balances[0].Usable, file.Tier.Code, file.LifetimeSpend).ShouldBe(
            (after.Points, after.Tier.Code, after.LifetimeSpend));
        (await shop.Do(new FindMerges.Input(a))).Items.Single().DuplicateNo.ShouldBe(done.DuplicateNo);
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "CORE-16")]
    public async Task A_gift_is_not_taken_back_while_one_of_the_two_is_merged()
    {
        var (a, b, friend) = (await shop.MemberAsync(), await shop.HolderAsync(200), await shop.MemberAsync());
        var gift = await shop.Do(new TransferPoints.Input { Key = Key(), Member = b, Receiver = friend, Points = 50 });
        var merge = await shop.Do(Merge(a, b));

        (await shop.RefusalOf(new ReverseTransfer.Input(gift.Transfer, "mistaken"))).ShouldBe("membership.transfer-merged");
        (await shop.RefusalOf(new TransferPoints.Input { Key = Key(), Member = b, Receiver = a, Points = 1 }))
            .ShouldBe("membership.transfer-to-oneself");

        await shop.Do(new UnmergeMembers.Input(merge.Merge, "two people"));
        await shop.Do(new ReverseTransfer.Input(gift.Transfer, "mistaken"));
        (await shop.PointsOfAsync(b)).ShouldBe(200);
        await SoundAsync();
    }

    private static MergeMembers.Input Merge(string survivor, string duplicate) => new()
    {
        Key = Key(), Survivor = survivor, Duplicate = duplicate, Reason = "same person",
    };

    private static RefundPurchase.Input Refund(RecordPurchase.Input receipt, decimal yuan) => new()
    {
        RefundNo = Key(), StoreCode = "s1", ReceiptNo = receipt.ReceiptNo, Amount = Money.FromYuan(yuan),
    };

    private async Task<(string Tier, string Carried, DateOnly Since, TierMetrics Metrics, TierMetrics Lifetime, long Points)>
        StandingAsync(string memberNo)
    {
        var row = await shop.MemberRowAsync(memberNo);
        return (row.Tier, row.CarriedTier, row.TierSince, row.Metrics, row.Lifetime, await shop.PointsOfAsync(memberNo));
    }

    private async Task SoundAsync()
    {
        var books = await shop.Do(new CheckMembership.Input());
        books.Breaches.ShouldBeEmpty();
        (await shop.InTables(t => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Ledger.ILedgerAudit>(t).VerifyAsync(new DateOnly(2026, 3, 2))))
            .SelectMany(line => line.Breaches).ShouldBeEmpty();
    }
}
