using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class GiftListTestsOnSqlite(SqliteShop shop) : GiftListTests(shop), IClassFixture<SqliteShop>;

public sealed class GiftListTestsOnPostgres(PostgresShop shop) : GiftListTests(shop), IClassFixture<PostgresShop>;

/// <summary>What a counter and head office see of gifts.</summary>
public abstract class GiftListTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact, Trait("Req", "RD-06")]
    public async Task A_gift_is_claimed_by_the_code_that_its_member_shows_once()
    {
        var rule = await WaitingRuleAsync();
        var member = Brand.Members.Add(joinedOn: "2026-03-02");
        await Brand.EnrolAsync(member);
        var gift = (await Brand.GiftsAsync(member, rule)).Single().Gift;
        var code = (await Brand.Do(new RevealGift.Input(gift))).Code;
        var typed = code.Replace("-", " ").ToLowerInvariant();

        var found = await Brand.Do(new LookUpCode.Input(typed, "s1"));
        (found.Order, found.Gift).ShouldBe((null, gift));
        (await Brand.RefusalOf(ByCode(code), Shop.Shop.Pharmacy)).ShouldBe("redemption.gift-not-found");
        var race = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Brand.TryDo(ByCode(typed))));

        race.Count(o => o.Accepted).ShouldBe(1);
        race.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.gift-not-open");
        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
        (await Brand.RefusalOf(new RevealGift.Input(gift))).ShouldBe("redemption.gift-not-open");
        (await Brand.Do(new ReadGift.Input(gift))).Parts.ShouldHaveSingleItem().Voucher.ShouldNotBeNull();
    }

    [Fact, Trait("Req", "RD-06")]
    public async Task Who_tries_codes_of_gifts_is_turned_away_for_the_rest_of_the_minute()
    {
        var caller = Shop.Shop.Person("gift-guesser", RedemptionPermissions.HandOutGifts);
        for (var i = 0; i < 20; i++)
            (await Brand.RefusalOf(ByCode(SecretCode.Draw()), caller: caller)).ShouldBe("redemption.gift-not-found");

        (await Brand.RefusalOf(ByCode(SecretCode.Draw()), caller: caller)).ShouldBe("membership.too-many-look-ups");
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task Head_office_sees_gifts_by_rule_state_and_day_page_by_page()
    {
        var rule = await WaitingRuleAsync();
        var members = Enumerable.Range(0, 5).Select(_ => Brand.Members.Add(joinedOn: "2026-03-02")).ToList();
        foreach (var member in members) await Brand.EnrolAsync(member);
        await Brand.Do(Claim((await Brand.GiftsAsync(members[0], rule)).Single().Gift));
        var all = new FindGivenGifts.Input { Rule = rule, Sort = "earned", Size = 2 };

        var first = await Brand.Do(all);
        var second = await Brand.Do(all with { After = first.Next });
        var third = await Brand.Do(all with { After = second.Next });

        ((string?[])[.. first.Items.Concat(second.Items).Concat(third.Items).Select(g => g.MemberNo)])
            .ShouldBe(members.Select(m => m.MemberNo));
        third.Next.ShouldBeNull();
        (await CountAsync(GiftState.Given)).ShouldBe(1);
        (await CountAsync(GiftState.Earned)).ShouldBe(4);
        Brand.Clock.Set("2026-03-20");
        (await CountAsync(GiftState.Lapsed)).ShouldBe(4);
        (await CountAsync(GiftState.Earned)).ShouldBe(0);
        (await Brand.Do(new ReadGiftRule.Input(rule))).Gifts.ShouldBe(new GiftCounts(0, 0, 1, 4, 0, 0));
        (await Brand.Do(all with { From = Day("2026-03-03") })).Items.ShouldBeEmpty();
        (await Brand.RefusalOf(all with { Sort = "member" })).ShouldBe("field.malformed");
        (await Brand.RefusalOf(all with { Rule = "none" })).ShouldBe("redemption.gift-rule-not-found");
        Brand.Clock.Set("2026-03-02");

        async Task<int> CountAsync(GiftState state) =>
            (await Brand.Do(new FindGivenGifts.Input { Rule = rule, State = state })).Items.Count;
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task Rules_are_found_by_state_and_reason_in_the_order_asked_for()
    {
        var (draft, active) = ("z" + Key(), await WaitingRuleAsync());
        await Brand.Do(new EditGiftRule.Input(draft, For(GiftReason.Birthday, await Brand.DefinitionAsync(Worth(5m)))));

        (await CodesAsync(new FindGiftRules.Input(GiftRuleState.Draft))).ShouldBe([draft]);
        (await CodesAsync(new FindGiftRules.Input(GiftRuleState.Active, GiftReason.Enrolment))).ShouldBe([active]);
        (await CodesAsync(new FindGiftRules.Input(Reason: GiftReason.Tier))).ShouldBeEmpty();
        (await CodesAsync(new FindGiftRules.Input(Sort: "-code")))[0].ShouldBe(draft);

        async Task<string[]> CodesAsync(FindGiftRules.Input input) => [.. (await Brand.Do(input)).Rules.Select(r => r.Rule.Rule)];
    }

    private async Task<string> WaitingRuleAsync() => await Brand.RuleAsync(
        For(GiftReason.Enrolment, await Brand.DefinitionAsync(Worth(5m))) with
        {
            From = Day("2026-03-01"), Claim = new ClaimWindow { Days = 7 },
        });

    private static ClaimGiftByCode.Input ByCode(string code) => new() { Key = Key(), StoreCode = "s1", Code = code };
}
