using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Catalogue;

public sealed class CatalogueTestsOnSqlite(SqliteShop shop) : CatalogueTests(shop), IClassFixture<SqliteShop>;

public sealed class CatalogueTestsOnPostgres(PostgresShop shop) : CatalogueTests(shop), IClassFixture<PostgresShop>;

public abstract class CatalogueTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-04")]
    public async Task A_member_sees_what_his_points_buy_of_what_is_there()
    {
        var codes = await shop.OfferAsync(
            Goods(1_050),
            Goods(1_051),
            Goods(500) with { Stock = StockKind.Shared },
            Goods(400) with { Stock = StockKind.Shared },
            Goods(300) with { Tiers = ["gold"] },
            Goods(200) with { Stores = ["s2"] },
            Goods(100) with { Stock = StockKind.PerStore });
        await shop.SupplyAsync(codes[3], 3);
        await shop.SupplyAsync(codes[6], 3, "s1");

        (await SeesAsync(await shop.RichAsync(1_050), "s1", codes)).ShouldBe([codes[0], codes[3], codes[6]]);
        (await SeesAsync(await shop.RichAsync(450, "gold"), "s2", codes)).ShouldBe([codes[3], codes[4], codes[5]]);
    }

    [Fact, Trait("Req", "RD-05"), Trait("Req", "PH-02")]
    public async Task A_single_receipt_of_today_opens_a_price()
    {
        var codes = await shop.OfferAsync(Goods(5_000) with { Prices = [Privilege] });

        (await PriceAsync(codes[0], "gold", [300m, 200m])).ShouldBeNull();
        (await PriceAsync(codes[0], "gold", [479.99m])).ShouldBeNull();
        (await PriceAsync(codes[0], "ordinary", [480m])).ShouldBeNull();
        (await PriceAsync(codes[0], "gold", [480m])).ShouldBe(1_000);
    }

    [Fact, Trait("Req", "RD-05")]
    public async Task Another_modules_condition_opens_a_price_and_the_lowest_counts()
    {
        var codes = await shop.OfferAsync(Goods(900) with
        {
            Prices =
            [
                new ConditionalPrice { Code = "special", Points = 300, Condition = "test.special" },
                new ConditionalPrice { Code = "spring", Points = 600, From = Day("2026-03-01"), To = Day("2026-03-31") },
                new ConditionalPrice { Code = "winter", Points = 100, To = Day("2026-02-28") },
            ],
        });
        var special = await shop.RichAsync(10_000);
        shop.Members.Special[special.Id] = true;

        (await shop.Do(new AffordableRewards.Input(special.MemberNo))).Rewards.Single(r => r.Reward == codes[0])
            .ShouldSatisfyAllConditions(r => r.Points.ShouldBe(300), r => r.Price.ShouldBe("special"), r => r.ListPoints.ShouldBe(900));
        (await shop.Do(new AffordableRewards.Input((await shop.RichAsync(10_000)).MemberNo))).Rewards
            .Single(r => r.Reward == codes[0]).Points.ShouldBe(600);
    }

    [Fact, Trait("Req", "RD-04")]
    public async Task What_is_out_of_reach_stands_beside_the_cheapest_first_at_the_members_own_price()
    {
        var codes = await shop.OfferAsync(
            Goods(900), Goods(100), Goods(700) with
            {
                Prices = [new ConditionalPrice { Code = "gold-card", Points = 400, Tiers = ["gold"] }],
            },
            Goods(800) with { Tiers = ["diamond"] }, Goods(850) with { Stock = StockKind.Shared });

        var seen = await shop.Do(new AffordableRewards.Input((await shop.RichAsync(300, "gold")).MemberNo));

        seen.Rewards.Select(r => r.Reward).Intersect(codes).ShouldBe([codes[1]]);
        seen.OutOfReach.Where(r => codes.Contains(r.Reward)).Select(r => (r.Reward, r.Points))
            .ShouldBe([(codes[2], 400), (codes[0], 900)]);
    }

    [Fact, Trait("Req", "RD-01")]
    public async Task Rewards_are_found_by_words_code_and_kind_and_come_in_the_order_asked_for()
    {
        var word = Code();
        RewardTerms[] terms =
        [
            Goods(300) with { Name = new LocalName("茶具" + word, "Tea set"), Stock = StockKind.Shared },
            Goods(100) with { Name = new LocalName("围巾", "Scarf " + word.ToUpperInvariant()) },
            Goods(300) with { Name = new LocalName("雨伞" + word, "Umbrella") },
            Goods(200) with { Name = new LocalName("别的", "Other") },
        ];
        string[] codes = [word + "-b", word + "x", word + "-a", Code()];
        for (var i = 0; i < codes.Length; i++) await shop.Do(new EditReward.Input(codes[i], terms[i]));
        await shop.SupplyAsync(codes[0], 3);
        var asked = new FindRewards.Input { Search = word };

        (await FindAsync(asked)).ShouldBe([codes[2], codes[0], codes[1]]);
        (await FindAsync(asked with { Sort = "points" })).ShouldBe([codes[1], codes[2], codes[0]]);
        (await FindAsync(asked with { Sort = "-points" })).ShouldBe([codes[0], codes[2], codes[1]]);
        (await FindAsync(asked with { Sort = "stockLeft" })).ShouldBe([codes[0], codes[2], codes[1]]);
        (await FindAsync(asked with { Search = "scarf " + word })).ShouldBe([codes[1]]);
        (await FindAsync(asked with { Kind = RewardKind.Coupon })).ShouldBeEmpty();
        (await shop.RefusalOf(asked with { Sort = "name" })).ShouldBe("field.malformed");
    }

    [Fact, Trait("Req", "RD-02")]
    public async Task Editions_never_share_a_day()
    {
        var reward = Code();
        await shop.Do(new EditReward.Input(reward, Goods(100)));
        var next = new EditEdition.Input("2030-06", Day("2030-06-01"), Day("2030-06-30"), [new EditionItem(reward)]);
        await shop.Do(next);

        await Refused("2030-06-30", "2030-07-31");
        await Refused("2030-05-01", "2030-06-01");
        await Refused("2030-06-10", "2030-06-10");
        await Refused("2030-01-01", "2030-12-31");
        await shop.Do(next with { Edition = "2030-07", From = Day("2030-07-01"), To = Day("2030-07-31") });
        await shop.Do(next with { To = Day("2030-06-29") });

        async Task Refused(string from, string to) =>
            (await shop.RefusalOf(next with { Edition = "other", From = Day(from), To = Day(to) }))
                .ShouldBe("redemption.editions-overlap");
    }

    [Fact, Trait("Req", "RD-02")]
    public async Task Of_two_who_take_the_same_days_at_once_one_gets_them()
    {
        var reward = Code();
        await shop.Do(new EditReward.Input(reward, Goods(100)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => shop.TryDo(
            new EditEdition.Input($"race-{i}", Day("2031-01-01"), Day("2031-01-31"), [new EditionItem(reward)]))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
    }

    [Fact, Trait("Req", "RD-02")]
    public async Task A_published_edition_is_changed_by_who_publishes_and_never_emptied()
    {
        var reward = Code();
        await shop.Do(new EditReward.Input(reward, Goods(100)));
        var edition = new EditEdition.Input("2032-01", Day("2032-01-01"), Day("2032-01-31"), [new EditionItem(reward)]);
        var editor = Shop.Shop.Person("editor", RedemptionPermissions.EditCatalogue);
        var publisher = Shop.Shop.Person("publisher", RedemptionPermissions.EditCatalogue, RedemptionPermissions.PublishEditions);
        (await shop.TryDo(edition, caller: editor)).Accepted.ShouldBeTrue();
        (await shop.TryDo(edition with { Items = [] }, caller: editor)).Accepted.ShouldBeTrue();
        (await shop.TryDo(edition, caller: editor)).Accepted.ShouldBeTrue();
        await shop.Do(new PublishEdition.Input("2032-01"));

        (await shop.RefusalOf(edition with { Items = [new EditionItem(reward, 1)] }, caller: editor)).ShouldBe("permission.denied");
        (await shop.RefusalOf(edition with { Items = [] }, caller: publisher)).ShouldBe("redemption.edition-is-empty");
        (await shop.TryDo(edition with { Items = [new EditionItem(reward, 90)] }, caller: publisher)).Accepted.ShouldBeTrue();
    }

    [Fact, Trait("Req", "RD-04"), Trait("Req", "RD-12")]
    public async Task A_coupon_that_cannot_be_issued_is_not_offered()
    {
        var (draft, ended) = ("d" + Key(), await shop.DefinitionAsync(Worth(10m)));
        await shop.Do(new EditVoucherDefinition.Input(draft, Worth(10m)));
        var days = new Validity { From = Day("2026-03-01"), To = Day("2026-03-10") };
        var past = await shop.DefinitionAsync(Worth(10m) with { Validity = days });
        string[] definitions = [draft, ended, past];
        var codes = await shop.OfferAsync(
            [.. definitions.Select(d => Goods(10) with { Kind = RewardKind.Coupon, VoucherDefinition = d })]);
        await shop.Do(new EndVoucherDefinition.Input(ended));
        var member = await shop.RichAsync(100);

        (await SeesAsync(member, "s1", codes)).ShouldBe([codes[2]]);
        (await shop.RefusalOf(Order(codes[0], member))).ShouldBe("redemption.reward-not-offered");
        (await shop.RefusalOf(Order(codes[1], member))).ShouldBe("redemption.reward-not-offered");
        shop.Clock.Set("2026-03-11");

        (await SeesAsync(member, "s1", codes)).ShouldBeEmpty();
        await shop.Do(new ActivateVoucherDefinition.Input(draft));
        (await SeesAsync(member, "s1", codes)).ShouldBe([codes[0]]);
        shop.Clock.Set("2026-03-02");
    }

    [Fact]
    public async Task Stock_is_never_taken_below_what_is_ordered_and_the_same_key_supplies_once()
    {
        var codes = await shop.OfferAsync(Goods(100) with { Stock = StockKind.Shared }, Goods(100));
        var supply = new SupplyStock.Input { Key = Key(), Reward = codes[0], Pieces = 5, Reason = "delivery" };

        await shop.Do(supply);
        (await shop.Do(supply)).StockLeft.ShouldBe(5);
        (await shop.RefusalOf(supply with { Key = Key(), Pieces = -6 })).ShouldBe("redemption.stock-below-orders");
        (await shop.RefusalOf(supply with { Key = Key(), Reward = codes[1] })).ShouldBe("redemption.reward-has-no-stock");
    }

    [Fact]
    public async Task Whoever_supplies_one_store_leaves_the_stock_of_all_stores_alone()
    {
        var codes = await shop.OfferAsync(Goods(100) with { Stock = StockKind.Shared }, Goods(100) with { Stock = StockKind.PerStore });
        var manager = Shop.Shop.Clerk("mia", 11, RedemptionPermissions.SupplyStock);
        var supply = new SupplyStock.Input { Key = Key(), StoreCode = "s1", Reward = codes[0], Pieces = 5, Reason = "delivery" };

        (await shop.RefusalOf(supply, caller: manager)).ShouldBe("permission.denied");
        (await shop.RefusalOf(supply with { StoreCode = null }, caller: manager)).ShouldBe("permission.denied");
        (await shop.TryDo(supply with { Reward = codes[1] }, caller: manager)).Value.StockLeft.ShouldBe(5);
        (await shop.TryDo(supply with { Key = Key() }, caller: Shop.Shop.Person("office", RedemptionPermissions.SupplyStock)))
            .Value.StockLeft.ShouldBe(5);
    }

    [Fact]
    public async Task Rewards_that_make_no_sense_are_refused()
    {
        await Refused(Goods(0), "field.inclusive-between");
        await Refused(Goods(100) with { Kind = RewardKind.Coupon }, "redemption.kind-incomplete");
        await Refused(Goods(100) with { Service = new ServiceTerms { Uses = 1, Days = 30 } }, "redemption.kind-incomplete");
        await Refused(Goods(100) with { Kind = RewardKind.Right, Right = new RightTerms("nobody.knows") }, "redemption.right-not-found");
        await Refused(
            Goods(100) with { Kind = RewardKind.Right, Right = new RightTerms("test.special", SpecialInMemory.Unheard) },
            "redemption.right-parameter");
        await Refused(Goods(100) with { Kind = RewardKind.Coupon, VoucherDefinition = "none" }, "redemption.voucher-definition-not-found");
        await Refused(Goods(100) with { Stores = ["nowhere"] }, "store.not-found");
        await Refused(
            Goods(100) with { Limits = [new(LimitPeriod.Month, 1), new(LimitPeriod.Month, 2)] }, "redemption.limits-malformed");
        await Refused(Goods(5_000) with { Prices = [Privilege with { Condition = "nobody.knows" }] }, "redemption.condition-not-found");
        var codes = await shop.OfferAsync(Goods(100));
        (await shop.RefusalOf(new EditReward.Input(codes[0], Goods(100) with { Stock = StockKind.Shared })))
            .ShouldBe("redemption.reward-kind-is-fixed");

        async Task Refused(RewardTerms terms, string code) =>
            (await shop.RefusalOf(new EditReward.Input(Code(), terms))).ShouldBe(code);
    }

    private static ConditionalPrice Privilege => new()
    {
        Code = "privilege", Points = 1_000, Tiers = ["gold"], ReceiptOfToday = Yuan(480m),
    };

    /// <summary>Codes, read two at a time.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(FindRewards.Input asked)
    {
        var all = new List<string>();
        string? after = null;
        do
        {
            var page = await shop.Do(asked with { After = after, Size = 2 });
            all.AddRange(page.Items.Select(r => r.Reward));
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    /// <summary>What a member with 4,999 points and these receipts of today would pay; null where he cannot.</summary>
    private async Task<long?> PriceAsync(string reward, string tier, decimal[] receipts)
    {
        var member = await shop.RichAsync(4_999, tier);
        shop.Members.Buy(member, "2026-03-02", receipts);
        var rewards = (await shop.Do(new AffordableRewards.Input(member.MemberNo))).Rewards;
        return rewards.SingleOrDefault(r => r.Reward == reward)?.Points;
    }

    private async Task<IEnumerable<string>> SeesAsync(MemberSummary member, string store, string[] codes) =>
        (await shop.Do(new AffordableRewards.Input(member.MemberNo, store))).Rewards.Select(r => r.Reward).Intersect(codes);
}
