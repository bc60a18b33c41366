using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class DeclineTestsOnSqlite(SqliteShop shop) : DeclineTests(shop), IClassFixture<SqliteShop>;

public sealed class DeclineTestsOnPostgres(PostgresShop shop) : DeclineTests(shop), IClassFixture<PostgresShop>;

/// <summary>What became of a gift is told: who did not want it, and what stayed of one that was taken back.</summary>
[Trait("Req", "CORE-32")]
public abstract class DeclineTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact]
    public async Task A_gift_that_its_member_did_not_want_is_noted_by_whom_and_when_and_not_given_again()
    {
        var rule = await Brand.RuleAsync(For(GiftReason.Enrolment, await Brand.DefinitionAsync(Worth(5m))) with
        {
            Claim = new ClaimWindow { Days = 30 },
        });
        var member = Brand.Members.Add(joinedOn: "2026-03-02");
        await Brand.EnrolAsync(member);
        var gift = (await Brand.GiftsAsync(member, rule)).Single().Gift;

        var declined = await Brand.Do(new DeclineGift.Input(gift, "s1", "no room"));
        await Brand.EnrolAsync(member);

        declined.ShouldSatisfyAllConditions(
            g => g.State.ShouldBe(GiftState.Declined), g => g.MovedBy.ShouldBe("house"), g => g.Note.ShouldBe("no room"),
            g => g.MovedAt.ShouldBe(Brand.Clock.GetUtcNow().UtcDateTime));
        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem().State.ShouldBe(GiftState.Declined);
        (await Brand.RefusalOf(Claim(gift))).ShouldBe("redemption.gift-not-open");
        (await Brand.RefusalOf(new DeclineGift.Input(gift))).ShouldBe("redemption.gift-not-open");
        (await Brand.Do(new FindGivenGifts.Input { Rule = rule, State = GiftState.Declined })).Items.ShouldHaveSingleItem();
        (await Brand.Do(new ReadGiftRule.Input(rule))).Gifts.ShouldSatisfyAllConditions(
            g => g.Declined.ShouldBe(1), g => g.All.ShouldBe(1));
    }

    [Fact]
    public async Task Taking_a_gift_back_says_what_was_taken_and_what_stayed()
    {
        var (used, unused) = (await Brand.DefinitionAsync(Worth(5m)), await Brand.DefinitionAsync(Worth(7m)));
        var rule = await Brand.RuleAsync(For(GiftReason.Enrolment, used, unused));
        var member = Brand.Members.Add(joinedOn: "2026-03-02");
        await Brand.EnrolAsync(member);
        var voucher = (await Brand.VouchersAsync(member)).Single(v => v.Definition == used);
        await Brand.Do(Use((await Brand.Do(new RevealVoucher.Input(voucher.Voucher))).Code, 20m));
        var gift = (await Brand.GiftsAsync(member, rule)).Single().Gift;

        var revoked = await Brand.Do(new RevokeGift.Input(gift, "mistake"));

        revoked.State.ShouldBe(GiftState.Given);
        revoked.PartsTaken.ShouldHaveSingleItem().Code.ShouldBe(unused);
        revoked.PartsKept.ShouldHaveSingleItem().Code.ShouldBe(used);
    }
}
