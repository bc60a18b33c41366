using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Demonstrations;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Reports;

public sealed class BookTestsOnSqlite(SqliteShop shop) : BookTests(shop), IClassFixture<SqliteShop>;

public sealed class BookTestsOnPostgres(PostgresShop shop) : BookTests(shop), IClassFixture<PostgresShop>;

public abstract class BookTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "OPS-08")]
    public async Task Sound_books_are_proven_and_a_tampered_row_is_found()
    {
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        await shop.Do(Buy(member, 300, receiptNo: "R-1"));
        await shop.Do(new RefundPurchase.Input { RefundNo = "T-1", StoreCode = "s1", ReceiptNo = "R-1", Amount = Money.FromYuan(100) });
        var sound = await shop.Do(new VerifyBooks.Input());
        sound.Sound.ShouldBeTrue();
        sound.Brands.Single().Units.Single(u => u.Unit == "points").Issued.ShouldBe(200);

        await shop.InTables(s => s.GetRequiredService<MembershipDb>().Purchases
            .Where(p => p.ReceiptNo == "R-1").ExecuteUpdateAsync(p => p.SetProperty(x => x.Points, 301)));
        var tampered = await shop.Do(new VerifyBooks.Input());

        tampered.Sound.ShouldBeFalse();
        tampered.Brands.Single().Breaches.ShouldContain(new MembershipBreach("points-are-not-posting", 1, "R-1"));
        await shop.InTables(s => s.GetRequiredService<MembershipDb>().Purchases
            .Where(p => p.ReceiptNo == "R-1").ExecuteUpdateAsync(p => p.SetProperty(x => x.Points, 300)));
    }

    [Fact, Trait("Req", "OPS-08")]
    public async Task One_audit_at_a_time_runs_on_a_host_and_a_job_waits_for_its_turn()
    {
        var turn = shop.Services.GetRequiredService<AuditTurn>();
        Task<VerifyBooks.Result> job;
        using (await turn.TakeAsync(Channel.Job, TestContext.Current.CancellationToken))
        {
            (await shop.RefusalOf(new VerifyBooks.Input())).ShouldBe("membership.audit-running");
            job = shop.Entry.RunAsync(new VerifyBooks.Input(), new CallContext(Caller.House("job"), Channel.Job));
            job.IsCompleted.ShouldBeFalse();
        }

        (await job).Brands.Count.ShouldBe(3);
        (await shop.Do(new VerifyBooks.Input())).Brands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Members_by_tier_are_counted_as_of_a_day()
    {
        var member = (await shop.Do(Enrol(Mobile(2)) with { JoinedOn = new DateOnly(2025, 1, 1) }, Shop.Shop.Apparel)).MemberNo;
        await shop.Do(Buy(member, 1_000, "2025-05-01"), Shop.Shop.Apparel);
        await shop.Do(Buy(member, 5_000, "2025-08-01"), Shop.Shop.Apparel);

        (await Tiers("2025-04-30")).ShouldBe(new Dictionary<string, long> { ["ordinary"] = 1 });
        (await Tiers("2025-05-01")).ShouldBe(new Dictionary<string, long> { ["silver"] = 1 });
        (await Tiers("2025-12-31")).ShouldBe(new Dictionary<string, long> { ["gold"] = 1 });
        (await Tiers("2024-12-31")).ShouldBeEmpty();

        async Task<IReadOnlyDictionary<string, long>> Tiers(string day) => (await shop.Do(
            new VerifyBooks.Input(DateOnly.ParseExact(day, "yyyy-MM-dd", null)), Shop.Shop.Apparel)).Brands.Single().Tiers;
    }

    [Theory, Trait("Req", "OPS-08")]
    [InlineData("0001-01-01", "field.too-long-ago")]
    [InlineData("1999-12-31", "field.too-long-ago")]
    [InlineData("9999-12-31", "membership.books-day-to-come")]
    public async Task Books_are_proven_for_no_day_outside_of_business(string day, string code) =>
        (await shop.RefusalOf(new VerifyBooks.Input(DateOnly.ParseExact(day, "yyyy-MM-dd", null)))).ShouldBe(code);

    [Fact]
    public async Task Sums_of_a_day_grow_with_each_event_and_quiet_days_are_zero()
    {
        await shop.InTables(async s =>
        {
            var book = s.GetRequiredService<StoreDayBook>();
            await book.AddAsync([Sold(11, 500, 5), Sold(12, 700, 7), Sold(11, 300, 3)], default);
            await book.AddAsync([Sold(11, 1_000, 10)], default);
            return 0;
        });

        var overview = await shop.Do(new ReadOverview.Input(new DateOnly(2026, 1, 9), new DateOnly(2026, 1, 11)));

        overview.Days.Select(d => (d.Purchases, d.Sales, d.PointsIssued))
            .ShouldBe([(0, Money.Zero, 0), (4, new Money(2_500), 25), (0, Money.Zero, 0)]);
    }

    [Fact]
    public async Task The_demonstration_is_quick_and_its_books_are_sound()
    {
        await using var scope = shop.Services.CreateAsyncScope();
        var notes = new DemonstrationNotes();
        foreach (var share in scope.ServiceProvider.GetServices<IDemonstration>()) await share.SeedAsync(notes, default);

        var books = (await shop.Do(new VerifyBooks.Input(), Shop.Shop.Restaurant)).Brands.Single();

        books.ShouldSatisfyAllConditions(
            b => b.Breaches.ShouldBeEmpty(), b => b.Units.ShouldAllBe(u => u.Breaches.Count == 0), b => b.Members.ShouldBe(90),
            b => b.Tiers.Count.ShouldBeGreaterThan(2));
        (await shop.Do(new FindMembers.Input { Size = 200 }, Shop.Shop.Restaurant)).Items.Count.ShouldBe(90);
    }

    private static StoreDay Sold(int store, long fen, long points) => new()
    {
        BrandId = 1,
        StoreId = store,
        Day = new DateOnly(2026, 1, 10),
        Purchases = 1,
        PaidFen = fen,
        PointsIssued = points,
    };
}
