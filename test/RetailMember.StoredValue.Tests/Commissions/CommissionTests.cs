using RetailMember.People;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Editing;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Commissions;

public sealed class CommissionTestsOnSqlite(SqliteCards shop) : CommissionTests(shop), IClassFixture<SqliteCards>;

public sealed class CommissionTestsOnPostgres(PostgresCards shop) : CommissionTests(shop), IClassFixture<PostgresCards>;

/// <summary>What a sale earns, when it is payable, and how it is taken back. Tests share a clock that only goes forward.</summary>
public abstract class CommissionTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-02"), Trait("Req", "SV-08")]
    public async Task The_life_of_a_commission()
    {
        shop.Clock.Set("2026-03-02");
        var type = await shop.TypeAsync(Restaurant);
        var seller = shop.Seller();

        // Five thousand sold are fifty, pending until the seventh day is over.
        var kept = (await shop.SoldAsync(type, 5_000m, seller)).SaleNo;
        var part = await shop.SoldAsync(type, 5_000m, seller);
        var whole = (await shop.SoldAsync(type, 5_000m, seller)).SaleNo;
        (await shop.LinesAsync(kept)).ShouldBe([(CommissionKind.Commission, 50m, CommissionState.Pending)]);
        shop.Clock.Set("2026-03-05");
        await shop.Do(new MakePayable.Input());
        (await shop.LinesAsync(kept))[0].State.ShouldBe(CommissionState.Pending);

        // On the fourth day one customer who has spent nothing gives his card back: nothing of it is ever paid.
        var refund = await shop.TakeBackAsync(whole);
        (refund.PaidOut, refund.Cancelled, refund.State).ShouldBe((Yuan(5_000m), Yuan(500m), ClosingState.Approved));
        (await shop.LinesAsync(whole)).ShouldBe(
        [
            (CommissionKind.Commission, 50m, CommissionState.ClawedBack), (CommissionKind.Commission, -50m, CommissionState.ClawedBack),
        ]);

        // Of another, who spent a thousand of his principal, four thousand come back: ten are left to the seller.
        await shop.SpendAsync(part.Card!.Value, 1_100m);
        (await shop.TakeBackAsync(part.SaleNo)).PaidOut.ShouldBe(Yuan(4_000m));
        (await shop.LinesAsync(part.SaleNo)).ShouldBe(
        [
            (CommissionKind.Commission, 50m, CommissionState.Pending), (CommissionKind.Commission, -40m, CommissionState.Pending),
        ]);

        // The eighth day makes payable what is left, once.
        shop.Clock.Set("2026-03-10");
        (await shop.RefusalOf(ToAccount(kept))).ShouldBe("storedvalue.cooling-off-over");
        await shop.Do(new MakePayable.Input());
        (await shop.LinesAsync(kept))[0].State.ShouldBe(CommissionState.Payable);
        (await shop.LinesAsync(part.SaleNo)).ShouldAllBe(l => l.State == CommissionState.Payable);

        // Settled with the next batch; what comes back afterwards is a negative line for the one after.
        var (preparer, approver) = (CardShop.Person("prepares", SalesPermissions.PrepareSettlements, SalesPermissions.ApproveSettlements),
            CardShop.Person("approves", SalesPermissions.ApproveSettlements));
        var batch = await shop.Do(new PrepareSettlement.Input { Key = Key() }, caller: preparer);
        (batch.LineCount, batch.Total).ShouldBe((3, Yuan(60m)));
        (await shop.RefusalOf(new DecideSettlement.Input(batch.SettlementNo, true), caller: preparer))
            .ShouldBe("storedvalue.second-person-needed");
        (await shop.RefusalOf(new ExportSettlement.Input(batch.SettlementNo))).ShouldBe("storedvalue.settlement-not-approved");
        await shop.Do(new DecideSettlement.Input(batch.SettlementNo, Approve: true), caller: approver);
        (await shop.RefusalOf(new DecideSettlement.Input(batch.SettlementNo, false), caller: approver))
            .ShouldBe("storedvalue.settlement-decided");
        var exported = await shop.Do(new ExportSettlement.Input(batch.SettlementNo));
        exported.Sellers.ShouldHaveSingleItem().ShouldBe(
            new ReadSettlement.SellerShare(seller.UserName, Yuan(100m), Yuan(0m), Yuan(0m), Yuan(-40m), Yuan(60m)));

        // Long after it was settled the customer, who has spent a thousand of his principal, gives his card up.
        var card = (await shop.Do(new ReadSale.Input(kept))).CardSale.Card!.Value;
        await shop.SpendAsync(card, 1_100m);
        await shop.CloseCardAsync(card);
        (await shop.LinesAsync(kept)).ShouldBe(
        [
            (CommissionKind.Commission, 50m, CommissionState.Settled), (CommissionKind.Commission, -40m, CommissionState.Payable),
        ]);
        var next = await shop.Do(new PrepareSettlement.Input { Key = Key() });
        (next.LineCount, next.Total).ShouldBe((1, Yuan(-40m)));
        (await shop.RefusalOf(new PrepareSettlement.Input { Key = Key() })).ShouldBe("storedvalue.nothing-to-settle");
        await shop.Do(new DecideSettlement.Input(next.SettlementNo, Approve: false));
        (await shop.Do(new PrepareSettlement.Input { Key = Key() })).Total.ShouldBe(Yuan(-40m));
        (await shop.Do(new ReadSettlement.Input(batch.SettlementNo))).ShouldSatisfyAllConditions(
            b => b.Entries.Select(e => e.Amount).ShouldBe([Yuan(50m), Yuan(50m), Yuan(-40m)], ignoreOrder: true),
            b => b.Sellers.ShouldBe(exported.Sellers));
    }
}

public sealed class CommissionRaceTestsOnSqlite(SqliteCards shop) : CommissionRaceTests(shop), IClassFixture<SqliteCards>;

public sealed class CommissionRaceTestsOnPostgres(PostgresCards shop) : CommissionRaceTests(shop), IClassFixture<PostgresCards>;

public abstract class CommissionRaceTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-08"), Trait("Req", "CORE-44")]
    public async Task Twenty_who_deliver_and_refund_one_sale_do_each_once()
    {
        var seller = shop.Seller();
        var sale = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m, seller));
        await shop.Do(new LoadSale.Input(sale));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(new DeliverSale.Input(sale))));
        (await shop.YuanOfAsync(seller)).ShouldBe(50m);

        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(
            ToAccount(sale), caller: CardShop.Person("财务", SalesPermissions.RefundSales))));
        asked.Count(a => a.Accepted).ShouldBe(1);
        asked.Where(a => !a.Accepted).ShouldAllBe(a => a.Refusal!.Code == "storedvalue.refund-requested-already");
        var decided = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(new DecideRefund.Input(sale, true, "同意", "T-1"))));

        decided.Where(d => d.Accepted).ShouldHaveSingleItem().Value.PaidOut.ShouldBe(Yuan(5_000m));
        decided.Where(d => !d.Accepted).ShouldAllBe(d => d.Refusal!.Code == "storedvalue.sale-not-in-this-state");
        (await shop.YuanOfAsync(seller)).ShouldBe(0m);
        (await shop.LinesAsync(sale)).Count.ShouldBe(2);
    }

    [Fact, Trait("Req", "SV-08")]
    public async Task Twenty_settlements_at_once_pay_each_line_once()
    {
        shop.Clock.Set("2026-04-01");
        var type = await shop.TypeAsync(Restaurant);
        for (var i = 0; i < 5; i++) await shop.SoldAsync(type, 5_000m, shop.Seller());
        shop.Clock.Set("2026-04-20");
        await shop.Do(new MakePayable.Input());

        var batches = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(new PrepareSettlement.Input { Key = Key() })));

        batches.Where(b => b.Accepted).Sum(b => b.Value.Total.Fen).ShouldBe(250_00);
    }
}

public sealed class RuleVersionTestsOnSqlite(SqliteCards shop) : RuleVersionTests(shop), IClassFixture<SqliteCards>;

public sealed class RuleVersionTestsOnPostgres(PostgresCards shop) : RuleVersionTests(shop), IClassFixture<PostgresCards>;

/// <summary>Rules that change hold for the whole brand: these have a shop of their own.</summary>
public abstract class RuleVersionTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-02")]
    public async Task Rules_come_into_force_as_versions_when_their_examples_come_true()
    {
        var rules = new CommissionTerms { PerMille = 20, Examples = [new("两分", Yuan(5_000m), Yuan(50m))] };
        await shop.Do(new EditCommissionRules.Input(rules));
        (await shop.RefusalOf(new ActivateCommissionRules.Input())).ShouldBe("rules.examples-fail");
        await shop.Do(new EditCommissionRules.Input(rules with { Examples = [] }));
        (await shop.RefusalOf(new ActivateCommissionRules.Input())).ShouldBe("rules.examples-missing");
        var drafted = await shop.Do(new EditCommissionRules.Input(
            rules with { Examples = [new("两分", Yuan(5_000m), Yuan(20m)) { Refunded = Yuan(4_000m) }] }));
        (await shop.Do(new ActivateCommissionRules.Input())).State.ShouldBe(RulesState.InForce);
        (await shop.RefusalOf(new ActivateCommissionRules.Input())).ShouldBe("rules.no-draft");

        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, shop.Seller());

        (await shop.EarnedAsync(sold.SaleNo))[0].ShouldSatisfyAllConditions(
            l => l.Amount.ShouldBe(Yuan(100m)), l => l.PerMille.ShouldBe(20), l => l.RuleVersion.ShouldBe(drafted.Version));
    }

    [Fact, Trait("Req", "SV-02")]
    public async Task Rates_name_what_there_is_and_none_stands_behind_one_that_takes_all_of_its_sales()
    {
        async Task<IReadOnlyList<(string, string)>> FaultsOf(params CommissionRate[] rates) =>
            [.. (await shop.TryDo(new EditCommissionRules.Input(new CommissionTerms { Rates = rates })))
                .Refusal.ShouldNotBeNull().Fields.Select(f => (f.Field, f.Code))];

        (await FaultsOf(new(20, DefaultRole.SalesAssistant), new(30, "no-role", "no-card", "no-campaign"))).ShouldBe(
        [
            ("terms.rates[1].role", "storedvalue.role-unknown"), ("terms.rates[1].cardType", "storedvalue.card-type-unknown"),
            ("terms.rates[1].campaign", "storedvalue.campaign-unknown"),
        ]);
        var type = await shop.TypeAsync(Restaurant);
        const string Role = DefaultRole.SalesAssistant;
        (await FaultsOf(new(30, Role, type), new(20, Role), new(25, Role, type)))
            .ShouldBe([("terms.rates[2].perMille", "storedvalue.rate-never-applies")]);
        (await FaultsOf(new(20), new(30, DefaultRole.SalesAssistant))).ShouldBe(
            [("terms.rates[1].perMille", "storedvalue.rate-never-applies")]);
        await shop.Do(new EditCommissionRules.Input(new CommissionTerms
        {
            Rates = [new(30, DefaultRole.SalesAssistant, type), new(20, DefaultRole.SalesAssistant), new(15)],
        }));
        (await shop.RefusalOf(new EditCommissionRules.Input(new CommissionTerms { AssessmentReplaces = ["no-role"] })))
            .ShouldBe("storedvalue.role-unknown");
    }
}
