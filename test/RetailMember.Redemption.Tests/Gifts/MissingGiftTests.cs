using RetailMember.Membership;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Definitions;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class MissingGiftTestsOnSqlite(SqliteShop shop) : MissingGiftTests(shop), IClassFixture<SqliteShop>;

public sealed class MissingGiftTestsOnPostgres(PostgresShop shop) : MissingGiftTests(shop), IClassFixture<PostgresShop>;

/// <summary>Gifts that rules owe and could not give: known with their reason, and given once that is mended.</summary>
public abstract class MissingGiftTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact, Trait("Req", "CORE-13")]
    public async Task A_gift_whose_voucher_has_ended_is_known_and_another_voucher_takes_its_place()
    {
        var ended = await Brand.DefinitionAsync(Worth(30m));
        var (rule, member) = (await StepAsync(ended), Brand.Members.Add());
        await Brand.Do(new EndVoucherDefinition.Input(ended));

        await Brand.BuyAsync(member, "2026-03-02", 500m);

        var gift = (await MissingAsync(rule)).ShouldHaveSingleItem();
        (gift.Gift.State, gift.Gift.Refusal, gift.MemberNo)
            .ShouldBe((GiftState.Failed, VoucherRefusals.DefinitionNotActive, member.MemberNo));
        (await Brand.Do(new ReadGiftRule.Input(rule))).Gifts.ShouldBe(new GiftCounts(0, 0, 0, 0, 0, 1, 1));
        var again = Again(gift.Gift.Gift);
        (await Brand.RefusalOf(again)).ShouldBe(VoucherRefusals.DefinitionNotActive);
        (await Brand.RefusalOf(Again(gift.Gift.Gift, ("none", ended)))).ShouldBe("redemption.gift-part-not-missing");

        var other = await Brand.DefinitionAsync(Worth(25m));
        var mended = Again(gift.Gift.Gift, (ended, other));
        (await Brand.Do(mended)).State.ShouldBe(GiftState.Given);
        (await Brand.Do(mended)).Refusal.ShouldBeNull();

        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem().Definition.ShouldBe(other);
        (await MissingAsync(rule)).ShouldBeEmpty();
        (await Brand.RefusalOf(Again(gift.Gift.Gift))).ShouldBe("redemption.gift-not-open");
        await Brand.BuyAsync(member, "2026-03-02", 500m, 10m);
        (await Brand.VouchersAsync(member, all: true)).ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task What_a_member_has_too_many_of_is_missing_until_he_lost_one_and_comes_with_the_next_receipt()
    {
        var few = await Brand.DefinitionAsync(Worth(30m) with { MostPerMember = 1 });
        var (rule, member) = (await StepAsync(few, await Brand.DefinitionAsync(Worth(5m))), Brand.Members.Add());
        var first = (await Brand.Do(Issue(few, member))).Voucher;

        await Brand.BuyAsync(member, "2026-03-02", 500m);

        var gift = (await MissingAsync(rule)).ShouldHaveSingleItem().Gift;
        (gift.State, gift.Refusal).ShouldBe((GiftState.Given, VoucherRefusals.MemberHasMost));
        gift.Parts.Select(p => p.Held).ShouldBe([false, true]);
        await Brand.Do(new RevokeVoucher.Input(first, "test"));
        await Brand.BuyAsync(member, "2026-03-02", 500m, 1m);
        (await MissingAsync(rule)).ShouldBeEmpty();
        (await Brand.VouchersAsync(member)).Count.ShouldBe(2);
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task What_is_owed_is_owed_no_more_once_its_reason_falls_away()
    {
        var ended = await Brand.DefinitionAsync(Worth(30m));
        var (rule, member) = (await StepAsync(ended), Brand.Members.Add());
        await Brand.Do(new EndVoucherDefinition.Input(ended));
        await Brand.BuyAsync(member, "2026-03-02", 500m);

        await Brand.RefundAsync(member, "2026-03-02", 100m);

        var gift = (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem();
        (gift.State, gift.Refusal).ShouldBe((GiftState.Revoked, null));
        (await Brand.RefusalOf(Again(gift.Gift))).ShouldBe("redemption.gift-not-open");
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task Twenty_colleagues_who_give_it_again_give_it_once()
    {
        var few = await Brand.DefinitionAsync(Worth(30m) with { MostPerMember = 1 });
        var (rule, member) = (await StepAsync(few), Brand.Members.Add());
        var first = (await Brand.Do(Issue(few, member))).Voucher;
        await Brand.BuyAsync(member, "2026-03-02", 500m);
        var gift = (await MissingAsync(rule)).Single().Gift.Gift;
        await Brand.Do(new RevokeVoucher.Input(first, "test"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Brand.TryDo(Again(gift))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.gift-not-open");
        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
    }

    private static GiveGiftAgain.Input Again(Guid gift, params (string Voucher, string With)[] instead) => new()
    {
        Key = Key(), Gift = gift, Instead = [.. instead.Select(i => new GiveGiftAgain.Replacement(i.Voucher, i.With))],
    };

    private Task<string> StepAsync(params string[] vouchers) =>
        Brand.RuleAsync(For(GiftReason.MonthSpend, vouchers) with { Spend = Yuan(500m) });

    private async Task<IReadOnlyList<FindGivenGifts.Row>> MissingAsync(string rule) =>
        (await Brand.Do(new FindGivenGifts.Input { Rule = rule, Missing = true })).Items;
}
