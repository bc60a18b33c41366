using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Tests.Gifts;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Rules;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Benefits;

public sealed class BenefitTestsOnSqlite(SqliteShop shop) : BenefitTests(shop), IClassFixture<SqliteShop>;

public sealed class BenefitTestsOnPostgres(PostgresShop shop) : BenefitTests(shop), IClassFixture<PostgresShop>;

public abstract class BenefitTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-21")]
    public async Task Gold_has_two_offers_a_month_and_what_is_left_is_not_carried_over()
    {
        var offers = await BenefitAsync(Matrix(("silver", 1), ("gold", 2), ("diamond", 3)));
        var (gold, ordinary) = (shop.Members.Add("gold"), shop.Members.Add());

        (await shop.Do(Use(offers, gold))).Left.ShouldBe(1);
        (await shop.Do(Use(offers, gold))).Left.ShouldBe(0);
        (await shop.RefusalOf(Use(offers, gold))).ShouldBe("redemption.benefit-used-up");
        (await shop.RefusalOf(Use(offers, ordinary))).ShouldBe("redemption.benefit-not-entitled");
        shop.Clock.Set("2026-04-01");
        (await OwnAsync(gold, offers)).ShouldNotBeNull().Left.ShouldBe(2);
        (await shop.Do(Use(offers, gold))).Left.ShouldBe(1);
        shop.Members.Promote(gold, "diamond");
        (await OwnAsync(gold, offers))!.Left.ShouldBe(2);
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-21")]
    public async Task A_free_member_day_gives_its_price_for_that_day_and_comes_again_on_1_January()
    {
        var price = await shop.DefinitionAsync(Rate(0.8m) with { Validity = new Validity { Days = 1 } });
        var day = await BenefitAsync(Matrix(("silver", 1)) with { Period = LimitPeriod.Year, Voucher = price });
        var silver = shop.Members.Add("silver");
        shop.Clock.Set("2026-05-08");

        var used = await shop.Do(Use(day, silver));

        used.Left.ShouldBe(0);
        var voucher = (await shop.VouchersAsync(silver)).ShouldHaveSingleItem();
        (voucher.Voucher, voucher.ValidFrom, voucher.ExpiresOn).ShouldBe((used.Voucher!.Value, Day("2026-05-08"), Day("2026-05-08")));
        shop.Clock.Set("2026-12-31");
        (await shop.RefusalOf(Use(day, silver))).ShouldBe("redemption.benefit-used-up");
        shop.Clock.Set("2027-01-01");
        (await OwnAsync(silver, day))!.Left.ShouldBe(1);
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-41"), Trait("Req", "CORE-51")]
    public async Task An_order_system_asks_whether_delivery_is_free()
    {
        var delivery = await BenefitAsync(new BenefitTerms
        {
            Name = new LocalName("免费配送", "Free delivery"), Shares = [new BenefitShare { Tiers = ["gold", "diamond"] }],
        });

        var (gold, silver) = (shop.Members.Add("gold"), shop.Members.Add("silver"));

        var own = (await OwnAsync(gold, delivery)).ShouldNotBeNull();
        (own.Most, own.Left).ShouldBe((null, null));
        (await OwnAsync(silver, delivery)).ShouldBeNull();
        (await shop.Do(Use(delivery, gold))).Left.ShouldBeNull();
        (await OwnAsync(gold, delivery))!.Used.ShouldBe(1);
    }

    [Fact, Trait("Req", "CORE-54")]
    public async Task A_group_of_customers_may_hire_a_pram_for_some_days()
    {
        var pram = await BenefitAsync(new BenefitTerms
        {
            Name = new LocalName("婴儿车租赁", "Pram hire"), Shares = [new BenefitShare { Granted = true, Most = 1 }],
        });
        var (mother, other) = (shop.Members.Add(), shop.Members.Add());
        var grant = new GrantBenefit.Input
        {
            Benefit = pram, Members = [mother.MemberNo], From = Day("2026-03-03"), To = Day("2026-04-30"), Reason = "high ticket",
        };

        (await shop.Do(grant)).Members.ShouldBe(1);
        (await shop.RefusalOf(grant with { Members = [mother.MemberNo, "nobody"] })).ShouldBe("redemption.members-not-found");
        (await shop.RefusalOf(Use(pram, mother))).ShouldBe("redemption.benefit-not-entitled");
        shop.Clock.Set("2026-03-03");
        (await shop.Do(Use(pram, mother))).Left.ShouldBe(0);
        (await shop.RefusalOf(Use(pram, other))).ShouldBe("redemption.benefit-not-entitled");
        shop.Clock.Set("2026-04-30");
        (await OwnAsync(mother, pram))!.Left.ShouldBe(1);
        await shop.Do(new RevokeBenefit.Input(pram, mother.MemberNo));
        (await OwnAsync(mother, pram)).ShouldBeNull();
        (await shop.RefusalOf(new RevokeBenefit.Input(pram, mother.MemberNo))).ShouldBe("redemption.benefit-not-found");
        await shop.Do(grant with { To = null });
        shop.Clock.Set("2027-01-01");
        (await OwnAsync(mother, pram)).ShouldNotBeNull();
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-21"), Trait("Req", "CORE-35")]
    public async Task A_use_that_was_none_is_taken_back_with_its_voucher_by_a_second_person_once()
    {
        var offer = await BenefitAsync(Matrix(("gold", 1)) with { Voucher = await shop.DefinitionAsync(Worth(5m)) });
        var member = shop.Members.Add("gold");
        var anna = Shop.Shop.Person("anna", RedemptionPermissions.UseBenefits, RedemptionPermissions.ReturnOrders);
        var bert = Shop.Shop.Person("bert", RedemptionPermissions.ReturnOrders);
        var used = (await shop.TryDo(Use(offer, member), caller: anna)).Value;
        var history = new FindBenefitUses.Input { Benefit = offer };
        var back = new TakeBackBenefit.Input((await shop.Do(history)).Items.Single().Use, "pressed by mistake");

        (await shop.RefusalOf(back, caller: anna)).ShouldBe("redemption.second-person-needed");
        (await shop.RefusalOf(back, caller: Shop.Shop.Clerk("cleo", 12, RedemptionPermissions.ReturnOrders)))
            .ShouldBe("redemption.order-at-other-store");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(back, caller: bert)));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.benefit-use-taken-back");
        (await shop.ViewAsync(used.Voucher!.Value)).State.ShouldBe(VoucherState.Revoked);
        (await shop.Do(history)).Items.Single().Reversal!.Reason.ShouldBe("pressed by mistake");
        (await shop.Do(Use(offer, member))).Left.ShouldBe(0);
        (await shop.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(default))).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-21")]
    public async Task A_use_whose_voucher_was_used_stays()
    {
        var offer = await BenefitAsync(Matrix(("gold", 1)) with { Voucher = await shop.DefinitionAsync(Worth(5m)) });
        var member = shop.Members.Add("gold");
        var voucher = (await shop.Do(Use(offer, member))).Voucher!.Value;
        await shop.Do(Given.Use((await shop.Do(new RevealVoucher.Input(voucher))).Code, 5m));
        var use = (await shop.Do(new FindBenefitUses.Input { Benefit = offer })).Items.Single().Use;

        var bert = Shop.Shop.Person("bert", RedemptionPermissions.ReturnOrders);
        (await shop.RefusalOf(new TakeBackBenefit.Input(use, "mistake"), caller: bert)).ShouldBe("redemption.benefit-voucher-was-used");
        (await shop.RefusalOf(new TakeBackBenefit.Input(987_654_321, "mistake"))).ShouldBe("redemption.benefit-use-not-found");
        (await shop.RefusalOf(Use(offer, member))).ShouldBe("redemption.benefit-used-up");
    }

    [Fact, Trait("Req", "CORE-54")]
    public async Task High_ticket_mothers_hire_a_pram_for_as_long_as_they_have_the_tag()
    {
        var (gold, ordinary, other) = (shop.Members.Add("gold"), shop.Members.Add(), shop.Members.Add("gold"));
        shop.Members.Tags[gold.Id] = shop.Members.Tags[ordinary.Id] = ["mother-and-baby", "coffee"];
        shop.Members.Tags[other.Id] = ["coffee"];
        var share = new BenefitShare { Tiers = ["gold"], Tags = ["mother-and-baby", "twins"], Most = 2 };
        shop.Members.Tags[Guid.CreateVersion7()] = ["twins"];
        var terms = new BenefitTerms { Name = new LocalName("婴儿车租赁", "Pram hire"), Shares = [share] };
        var pram = await BenefitAsync(terms);

        (await shop.Do(Use(pram, gold))).Left.ShouldBe(1);
        (await shop.RefusalOf(Use(pram, ordinary))).ShouldBe("redemption.benefit-not-entitled");
        (await shop.RefusalOf(Use(pram, other))).ShouldBe("redemption.benefit-not-entitled");
        shop.Members.Tags[gold.Id] = [];
        (await shop.RefusalOf(Use(pram, gold))).ShouldBe("redemption.benefit-not-entitled");
        var unheard = terms with { Shares = [share with { Tags = ["unheard-of"] }] };
        (await shop.RefusalOf(new EditBenefit.Input(pram, unheard))).ShouldBe("membership.tag-not-found");
    }

    [Fact, Trait("Req", "CORE-54")]
    public async Task A_segment_that_another_module_knows_has_a_benefit_for_its_days()
    {
        var pram = await BenefitAsync(new BenefitTerms
        {
            Name = new LocalName("婴儿车租赁", "Pram hire"), Shares = [new BenefitShare { Condition = "test.special", Most = 1 }],
            From = Day("2026-03-01"), To = Day("2026-03-31"), Stores = ["s1"],
        });
        var (inside, outside) = (shop.Members.Add(), shop.Members.Add());
        shop.Members.Special[inside.Id] = true;

        (await shop.RefusalOf(Use(pram, inside) with { StoreCode = "s2" })).ShouldBe("redemption.benefit-not-entitled");
        (await shop.RefusalOf(Use(pram, outside))).ShouldBe("redemption.benefit-not-entitled");
        (await shop.Do(Use(pram, inside))).Left.ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-21"), Trait("Req", "CORE-44")]
    public async Task Twenty_tills_serve_the_last_time_once_and_one_key_twenty_times_once()
    {
        var offers = await BenefitAsync(Matrix(("gold", 1)));
        var (one, two) = (shop.Members.Add("gold"), shop.Members.Add("gold"));
        var again = Use(offers, two);

        var race = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Use(offers, one))));
        var replays = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(again)));

        race.Count(o => o.Accepted).ShouldBe(1);
        race.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.benefit-used-up");
        replays.ShouldAllBe(o => o.Accepted);
        (await OwnAsync(two, offers))!.Used.ShouldBe(1);
    }

    [Fact, Trait("Req", "CORE-21")]
    public async Task Another_module_uses_what_members_are_entitled_to_once_a_key()
    {
        var offers = await BenefitAsync(Matrix(("gold", 1)));
        var (gold, other) = (shop.Members.Add("gold"), shop.Members.Add("gold"));
        var occasion = new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, shop.Today(), "orders");
        var asked = new BenefitAsked("order/" + Key(), offers, gold.Id, occasion);

        var outcomes = await shop.InTables(t => t.GetRequiredService<IBenefits>().UseAsync(
            [asked, asked, asked with { Member = other.Id }, asked with { Key = Key() }, asked with { Key = Key(), Benefit = "none" }],
            default));

        outcomes.Select(o => o.Refusal).ShouldBe(
        [
            null, null, "redemption.benefit-key-reused", "redemption.benefit-used-up", "redemption.benefit-not-entitled",
        ]);
    }

    [Fact, Trait("Req", "CORE-21")]
    public async Task Each_tier_has_what_those_below_it_have()
    {
        var matrix = await BenefitAsync(Matrix(("silver", 1), ("gold", 2)));
        var (silver, gold) = (shop.Members.Add("silver"), shop.Members.Add("gold"));

        (await OwnAsync(shop.Members.Add("ordinary"), matrix)).ShouldBeNull();
        (await OwnAsync(silver, matrix))!.Most.ShouldBe(1);
        (await OwnAsync(gold, matrix))!.Most.ShouldBe(2);
        (await OwnAsync(shop.Members.Add("diamond"), matrix))!.Most.ShouldBe(2);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task A_key_is_answered_as_at_first_also_once_the_benefit_is_withdrawn_and_its_period_stays()
    {
        var terms = Matrix(("gold", 3));
        var offers = await BenefitAsync(terms);
        var occasion = new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, shop.Today(), "orders");
        var asked = new BenefitAsked("order/" + Key(), offers, shop.Members.Add("gold").Id, occasion);
        var first = await UseAsync(asked);
        await UseAsync(asked with { Key = "order/" + Key() });

        (await UseAsync(asked)).ShouldBe(first);
        (await shop.RefusalOf(new EditBenefit.Input(offers, terms with { Period = LimitPeriod.Year })))
            .ShouldBe("redemption.benefit-period-fixed");
        await shop.Do(new EditBenefit.Input(offers, terms, Withdrawn: true));

        (first.Left, await UseAsync(asked)).ShouldBe((2, first));
    }

    [Fact]
    public async Task A_benefit_is_checked_and_a_withdrawn_one_is_nobodys()
    {
        var terms = Matrix(("gold", 1));
        async Task<string> Refused(BenefitTerms wrong) => await shop.RefusalOf(new EditBenefit.Input("b" + Key(), wrong));

        (await Refused(terms with { Shares = [] })).ShouldBe("redemption.shares-malformed");
        (await Refused(terms with { Period = LimitPeriod.Edition })).ShouldBe("redemption.benefit-period");
        (await Refused(terms with { Shares = [new BenefitShare { Most = 0 }] })).ShouldBe("redemption.limit-out-of-range");
        (await Refused(terms with { Shares = [new BenefitShare { Condition = "none" }] })).ShouldBe("redemption.condition-not-found");
        (await Refused(Matrix(("unheard-of", 1)))).ShouldBe("membership.tier-not-found");
        (await Refused(terms with { Voucher = "none" })).ShouldBe("redemption.voucher-definition-not-found");
        (await Refused(terms with { Stores = ["none"] })).ShouldBe("store.not-found");
        var benefit = await BenefitAsync(terms);
        var gold = shop.Members.Add("gold");
        await shop.Do(new EditBenefit.Input(benefit, terms, Withdrawn: true));
        (await OwnAsync(gold, benefit)).ShouldBeNull();
        (await shop.Do(new FindBenefits.Input(), Shop.Shop.Pharmacy)).Benefits.ShouldBeEmpty();
    }

    private static BenefitTerms Matrix(params (string Tier, int Most)[] shares) => new()
    {
        Name = new LocalName("满减", "Full reduction"),
        Shares = [.. shares.Select(s => new BenefitShare { Tiers = [s.Tier], Most = s.Most })],
    };

    private async Task<BenefitOutcome> UseAsync(BenefitAsked asked) =>
        (await shop.InTables(t => t.GetRequiredService<IBenefits>().UseAsync([asked], default)))[0];

    private async Task<string> BenefitAsync(BenefitTerms terms) =>
        (await shop.Do(new EditBenefit.Input("b" + Key(), terms))).Benefit;

    private static UseBenefit.Input Use(string benefit, MemberSummary member) => new()
    {
        Key = Key(), StoreCode = "s1", Benefit = benefit, Member = member.MemberNo,
    };

    private async Task<FindMemberBenefits.Row?> OwnAsync(MemberSummary member, string benefit) =>
        (await shop.Do(new FindMemberBenefits.Input(member.MemberNo, "s1"))).Benefits.SingleOrDefault(b => b.Benefit == benefit);
}
