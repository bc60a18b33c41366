using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Law;

/// <summary>A brand sets the figures of the law, within bounds, and reads where its own terms go against them.</summary>
public sealed class LawFigureTests(LawFigureTests.OwnFigures shop) : IClassFixture<LawFigureTests.OwnFigures>
{
    [Fact, Trait("Req", "OPS-17")]
    public async Task Warnings_and_refusals_go_by_the_brands_figures_and_name_them()
    {
        shop.Set("StoredValue.Law.UnnamedCapYuan", "5500");
        var type = await shop.TypeAsync(Restaurant);

        (await shop.Do(Draft(type, 5_000m))).Warnings.Select(w => w.Code).ShouldBe(["storedvalue.law.figures"]);
        shop.Set("StoredValue.Law.UnnamedCapYuan", "5499");
        (await shop.Do(Draft(type, 5_000m))).Warnings[0]
            .ShouldBe(new LawWarning("storedvalue.law.cap", "超过单张预付卡限额（记名 5000 元、不记名 5499 元）。"));
        shop.Set(GuardRails.SettingOf("Cap"), "refuse");
        var no = (await shop.TryDo(Draft(type, 5_000m))).Refusal!;
        shop.Set(GuardRails.SettingOf("Cap"), "warn");

        (no.Code, no.Facts.Single(f => f.Name == "unnamed").Value).ShouldBe(("storedvalue.above-lawful-cap", (object)5_499L));
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task Figures_that_are_too_lax_stop_sales_and_loads_where_the_brand_wants_them_refused()
    {
        shop.Set("StoredValue.Law.UnnamedCapYuan", "1000");
        var type = await shop.TypeAsync(Plain);
        var sale = await shop.PaidAsync(Draft(type, 100m));
        shop.Set(GuardRails.SettingOf("Figures"), "refuse");
        (await shop.Do(Draft(type, 100m))).CardSale.State.ShouldBe(SaleState.Draft, "the figures are the usual ones");
        shop.Set("StoredValue.Law.CashRefundYuan", "101");

        (await shop.RefusalOf(Draft(type, 100m))).ShouldBe("storedvalue.figures-too-lax");
        (await shop.RefusalOf(new LoadSale.Input(sale))).ShouldBe("storedvalue.figures-too-lax");
        shop.Set(GuardRails.SettingOf("Figures"), "warn");
        shop.Set("StoredValue.Law.CashRefundYuan", "100");
        (await shop.Do(new LoadSale.Input(sale))).State.ShouldBe(SaleState.Loaded);
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task Terms_that_go_against_the_figures_say_so()
    {
        var lax = Plain with
        {
            MaximumBalance = Yuan(1_000m), ValidityMonths = 36, Refund = new RefundTerms { CoolingOffDays = 7, CashUpTo = Yuan(100.01m) },
        };
        shop.Set("StoredValue.Law.UnnamedCapYuan", "1000");
        var type = await shop.TypeAsync(lax);
        (await WarningsAsync(type)).ShouldBe(["storedvalue.law.cash-refund"]);

        shop.Set("StoredValue.Law.CashRefundYuan", "101");
        shop.Set("StoredValue.Law.CoolingOffDays", "8");
        shop.Set("StoredValue.Law.UnnamedMonths", "37");

        (await WarningsAsync(type)).ShouldBe(
            ["storedvalue.law.validity", "storedvalue.law.refund", "storedvalue.law.figures"], "101 yuan are more than is usual");
        shop.Set("StoredValue.Law.CashRefundYuan", "100");
        shop.Set("StoredValue.Law.CoolingOffDays", "7");
        shop.Set("StoredValue.Law.UnnamedMonths", "36");

        async Task<IEnumerable<string>> WarningsAsync(string code) =>
            (await shop.Do(new ReadCardType.Input(code))).Warnings.Select(w => w.Code);
    }

    [Fact, Trait("Req", "OPS-17"), Trait("Req", "SV-16")]
    public async Task What_is_paid_in_cash_is_the_laws_where_the_brand_enforces_it()
    {
        var generous = Plain with { Refund = new RefundTerms { CashUpTo = Yuan(200m) } };
        var card = await shop.CardAsync(generous, Pockets(150m, 0));
        var ask = new RequestClosing.Input
        {
            Key = Key(), Card = card.Id, Reason = "搬家", IdentityCheck = "身份证", Payout = PayoutWay.Cash,
        };
        shop.Set(GuardRails.SettingOf("CashRefund"), "refuse");
        (await shop.RefusalOf(ask)).ShouldBe("storedvalue.too-much-for-cash");
        shop.Set(GuardRails.SettingOf("CashRefund"), "warn");

        (await shop.Do(ask)).PaidOut.ShouldBe(Yuan(150m));
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task Buyers_stay_known_for_the_years_that_the_brand_has_set_and_while_money_of_theirs_is_here()
    {
        shop.Clock.Set("2026-03-02");
        var (buyer, holder, stranger) = (shop.Members.Add(), shop.Members.Add(), shop.Members.Add());
        var sold = await shop.SoldAsync(Draft(await shop.TypeAsync(Plain), 50m) with { Member = buyer.MemberNo });
        await shop.SpendAsync(sold.Card!.Value, 50m);
        await shop.CardAsync(Plain, Pockets(0.01m, 0), holder.Id);
        (await KnownAsync()).ShouldBe([buyer.Id, holder.Id], ignoreOrder: true);

        shop.Clock.Set("2031-03-02");
        (await KnownAsync()).ShouldBe([buyer.Id, holder.Id], ignoreOrder: true);
        shop.Clock.Set("2031-03-03");
        (await KnownAsync()).ShouldBe([holder.Id]);
        shop.Set("StoredValue.Law.KeepYears", "6");
        (await KnownAsync()).ShouldBe([buyer.Id, holder.Id], ignoreOrder: true);
        shop.Set("StoredValue.Law.KeepYears", "5");
        shop.Clock.Set("2026-03-02");

        Task<IReadOnlySet<Guid>> KnownAsync() => shop.InTables(scope => scope.GetServices<IMemberRetention>().Single()
            .AmongAsync([buyer.Id, holder.Id, stranger.Id], CancellationToken.None));
    }

    [Fact, Trait("Req", "OPS-17")]
    public Task A_lax_figure_may_be_made_stricter_step_by_step_where_lax_ones_are_refused() => shop.InTables(scope =>
    {
        const string figure = "StoredValue.Law.KeepYears";
        shop.Set(figure, "2");
        shop.Set(GuardRails.SettingOf("Figures"), "refuse");
        var rule = scope.GetServices<ISettingRule>().OfType<LawSettings>().Single();

        Should.NotThrow(() => Set("3"));
        Should.NotThrow(() => Set("2"));
        Should.Throw<Refusal>(() => Set("1")).Fields[0].Code.ShouldBe("storedvalue.figures-too-lax");

        shop.Set(GuardRails.SettingOf("Figures"), "warn");
        shop.Set(figure, "5");
        return Task.FromResult(true);

        void Set(string years) => rule.Require(
            figure, new Changed(scope.GetRequiredService<ISettings>(), new() { [figure] = years }), CardShop.Hotel.Id);
    });

    public sealed class OwnFigures() : SettingsShop();
}

public sealed class CashTestsOnSqlite(SqliteCards shop) : CashTests(shop), IClassFixture<SqliteCards>;

public sealed class CashTestsOnPostgres(PostgresCards shop) : CashTests(shop), IClassFixture<PostgresCards>;

/// <summary>Cash that goes back to one holder is little on the whole day, not card by card.</summary>
public abstract class CashTests(CardShop shop)
{
    private static readonly Caller Finance = CardShop.Person("财务", StoredValuePermissions.ApproveClosings);

    [Fact, Trait("Req", "OPS-17"), Trait("Req", "SV-16")]
    public async Task Several_cards_and_sales_of_one_holder_are_one_sum_until_the_next_day()
    {
        shop.Clock.Set("2032-03-02");
        var holder = shop.Members.Add();
        var type = await shop.TypeAsync(Plain);
        var first = await shop.CardAsync(Plain, Pockets(60m, 0), holder.Id);
        var second = await shop.CardAsync(Plain, Pockets(40.01m, 0), holder.Id);
        var sold = await shop.SoldAsync(Draft(type, 50m) with { Member = holder.MemberNo });
        var other = await shop.CardAsync(Plain, Pockets(100m, 0), shop.Members.Add().Id);
        var refund = new RefundSale.Input(sold.SaleNo, "七天无理由", PayoutWay.Cash) { Key = Key() };

        var asked = await shop.Do(Ask(first.Id));
        (await shop.RefusalOf(Ask(second.Id))).ShouldBe("storedvalue.too-much-for-cash", "60 yuan wait already");
        (await shop.RefusalOf(refund)).ShouldBe("storedvalue.too-much-for-cash");
        (await shop.Do(Ask(other.Id))).PaidOut.ShouldBe(Yuan(100m));
        await shop.Do(new DecideClosing.Input(asked.Closing, true, "同意") { PayoutReference = "T-1" }, caller: Finance);
        (await shop.RefusalOf(refund)).ShouldBe("storedvalue.too-much-for-cash", "60 yuan are paid");
        shop.Clock.Set("2032-03-03");

        (await shop.Do(refund)).PaidOut.ShouldBe(Yuan(50m));
        await shop.Do(Charge(0.01m, second));
        (await shop.Do(Ask(second.Id))).PaidOut.ShouldBe(Yuan(40m));
    }

    [Fact, Trait("Req", "OPS-17"), Trait("Req", "SV-16")]
    public async Task Cards_of_one_holder_that_are_given_up_at_once_pay_no_more_cash_than_one_may()
    {
        shop.Clock.Set("2032-04-02");
        var holder = shop.Members.Add();
        var cards = new List<Card>();
        for (var i = 0; i < 8; i++) cards.Add(await shop.CardAsync(Plain, Pockets(30m, 0), holder.Id));

        var asked = await Task.WhenAll(cards.Select(c => shop.TryDo(Ask(c.Id))));

        asked.Count(a => a.Accepted).ShouldBe(3);
        asked.Where(a => !a.Accepted).ShouldAllBe(a => a.Refusal!.Code == "storedvalue.too-much-for-cash");
    }

    private static RequestClosing.Input Ask(Guid card) => new()
    {
        Key = Key(), Card = card, Reason = "搬家", IdentityCheck = "身份证", Payout = PayoutWay.Cash,
    };
}
