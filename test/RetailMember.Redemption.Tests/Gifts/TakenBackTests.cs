using Microsoft.Extensions.DependencyInjection;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class TakenBackTestsOnSqlite(SqliteShop shop) : TakenBackTests(shop), IClassFixture<SqliteShop>;

public sealed class TakenBackTestsOnPostgres(PostgresShop shop) : TakenBackTests(shop), IClassFixture<PostgresShop>;

/// <summary>Gifts that are taken back by a decision, or in part, and those of which something is missing.</summary>
public abstract class TakenBackTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact, Trait("Req", "CORE-13")]
    public async Task What_staff_took_back_does_not_come_again_with_the_next_purchase()
    {
        var rule = await Brand.StepCouponAsync();
        var member = Brand.Members.Add();
        await Brand.BuyAsync(member, "2026-03-02", 500m);
        await Brand.Do(new RevokeGift.Input((await Brand.GiftsAsync(member, rule)).Single().Gift, "by mistake"));

        await Brand.BuyAsync(member, "2026-03-02", 500m, 1m);

        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem().State.ShouldBe(GiftState.Revoked);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task One_fen_of_use_saves_no_more_than_that_fen_from_a_refund()
    {
        var terms = Worth(30m) with { PartialUse = true };
        var rule = await Brand.RuleAsync(For(Redemption.Gifts.Rules.GiftReason.MonthSpend, await Brand.DefinitionAsync(terms)) with
        {
            Spend = Yuan(500m),
        });
        var member = Brand.Members.Add();
        await Brand.BuyAsync(member, "2026-03-02", 500m);
        var voucher = (await Brand.VouchersAsync(member)).Single();
        var code = (await Brand.Do(new RevealVoucher.Input(voucher.Voucher))).Code;
        await Brand.Do(Use(code, 0.01m));

        await Brand.RefundAsync(member, "2026-03-02", 0m);

        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
        (await Brand.ViewAsync(voucher.Voucher)).RemainingValue.ShouldBe(Yuan(0m));
        // He has had a part of it: the next 500 do not bring another.
        await Brand.BuyAsync(member, "2026-03-02", 0m, 600m);
        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem().State.ShouldBe(GiftState.Given);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task What_was_passed_on_stays_with_the_friend_when_the_gift_loses_its_reason()
    {
        var terms = Worth(30m) with { Transferable = true };
        await Brand.RuleAsync(For(Redemption.Gifts.Rules.GiftReason.MonthSpend, await Brand.DefinitionAsync(terms)) with
        {
            Spend = Yuan(500m),
        });
        var (member, friend) = (Brand.Members.Add(), Brand.Members.Add());
        await Brand.BuyAsync(member, "2026-03-02", 500m);
        var voucher = (await Brand.VouchersAsync(member)).Single().Voucher;
        await Brand.Do(new TransferVoucher.Input(voucher, friend.MemberNo));

        await Brand.RefundAsync(member, "2026-03-02", 0m);

        (await Brand.ViewAsync(voucher)).RemainingValue.ShouldBe(Yuan(30m));
        (await Brand.VouchersAsync(friend)).ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task A_gift_that_still_misses_what_it_missed_is_not_told_of_again()
    {
        var member = Brand.Members.Add();
        var once = await Brand.DefinitionAsync(Worth(5m) with { MostPerMember = 1 });
        await Brand.Do(Issue(once, member));
        var contents = new GiftContents([once, await Brand.DefinitionAsync(Worth(10m))], []);

        var first = await GrantAsync("k1", member.Id, contents);
        var second = await GrantAsync("k1", member.Id, contents);

        (first.Replayed, first.Refusal).ShouldBe((false, null));
        (second.Replayed, second.Gift).ShouldBe((true, first.Gift));
    }

    [Fact, Trait("Req", "CORE-34")]
    public async Task A_gift_of_what_is_not_there_is_refused_also_where_it_would_wait()
    {
        var member = Brand.Members.Add();
        var give = new GiveGift.Input { Key = Key(), Member = member.MemberNo, Rewards = ["typo"], ClaimDays = 7, Reason = "sorry" };

        (await Brand.RefusalOf(give)).ShouldBe(GiftRefusals.UnknownContents);
        (await Brand.RefusalOf(give with { Key = Key(), Rewards = [], Vouchers = ["typo"] })).ShouldBe(GiftRefusals.UnknownContents);
        (await Brand.Do(new FindGifts.Input { Member = member.MemberNo, All = true })).Items.ShouldBeEmpty();
    }

    private Task<GiftOutcome> GrantAsync(string key, Guid member, GiftContents contents) => Brand.InTables(async tables =>
        (await tables.GetRequiredService<IGifts>().GrantAsync(
            [new GiftGrant(key + member, member, contents, "test", tables.GetRequiredService<GiftClock>().Now())], default))[0]);
}
