using RetailMember.Membership.Members.Analysis;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class AnalysisTestsOnSqlite(SqliteShop shop) : AnalysisTests(shop), IClassFixture<SqliteShop>;

public sealed class AnalysisTestsOnPostgres(PostgresShop shop) : AnalysisTests(shop), IClassFixture<PostgresShop>;

/// <summary>Worked by hand: today is 2 March 2026, so that the twelve months begin on 1 April 2025.</summary>
[Trait("Req", "CORE-01")]
public abstract class AnalysisTests(Shop.Shop shop)
{
    [Fact]
    public async Task Ticket_rhythm_and_months_are_those_of_twelve_months_refunds_taken_off()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 999, "2025-03-31"));
        await shop.Do(Buy(member, 100, "2025-04-01"));
        await shop.Do(Buy(member, 60.01m, "2025-04-11"));
        await shop.Do(Buy(member, 40, "2025-04-11"));
        await shop.Do(Buy(member, 50, "2026-02-20", receiptNo: "half"));
        await shop.Do(Buy(member, 500, "2026-03-01", receiptNo: "undone"));
        await RefundAsync("half", 20);
        await RefundAsync("undone", 500);

        var seen = await shop.Do(new AnalyseMember.Input(member));

        (seen.From, seen.To).ShouldBe((new DateOnly(2025, 4, 1), new DateOnly(2026, 3, 2)));
        (seen.Purchases, seen.Spend, seen.AverageTicket).ShouldBe((4, Money.FromYuan(230.01m), Money.FromYuan(57.50m)));
        seen.DaysBetween.ShouldBe(162.5m, "325 days from the first of April to the 20th of February, in two steps");
        (seen.LastPurchaseOn, seen.DaysSinceLast).ShouldBe((new DateOnly(2026, 2, 20), 10));
        seen.Months.Count.ShouldBe(12);
        seen.Months.Where(m => m.Purchases > 0).ShouldBe(
            [new("2025-04", 3, Money.FromYuan(200.01m)), new("2026-02", 1, Money.FromYuan(30))]);
    }

    [Fact]
    public async Task Preferences_go_by_what_lines_cost_and_the_rest_comes_last()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 0) with
        {
            Amount = null,
            ReceiptNo = "lines",
            Lines =
            [
                new() { Category = "tea", Quantity = 3, Amount = Money.FromYuan(90) },
                new() { Category = "cream", Quantity = 1, Amount = Money.FromYuan(200) },
                new() { Amount = Money.FromYuan(5) },
            ],
        });
        await shop.Do(Buy(member, 12));
        await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = "lines", Lines = [new(2, Money.FromYuan(150))],
        });

        (await shop.Do(new AnalyseMember.Input(member))).Categories.ShouldBe(
        [
            new("tea", 3, Money.FromYuan(90)), new("cream", 1, Money.FromYuan(50)), new(null, 1, Money.FromYuan(17)),
        ]);
    }

    [Fact]
    public async Task Of_who_never_bought_there_is_nothing_to_say()
    {
        var seen = await shop.Do(new AnalyseMember.Input(await shop.MemberAsync()));

        (seen.Purchases, seen.AverageTicket, seen.DaysBetween, seen.DaysSinceLast).ShouldBe((0, null, null, null));
        seen.Categories.ShouldBeEmpty();
        seen.Months.ShouldAllBe(m => m.Spend == Money.Zero);
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Another_brand_does_not_know_the_member() =>
        (await shop.RefusalOf(new AnalyseMember.Input(await shop.MemberAsync()), Shop.Shop.Apparel))
            .ShouldBe("membership.member-not-found");

    private Task<RefundPurchase.Result> RefundAsync(string receipt, decimal yuan) => shop.Do(new RefundPurchase.Input
    {
        RefundNo = Key(), StoreCode = "s1", ReceiptNo = receipt, Amount = Money.FromYuan(yuan),
    });
}
