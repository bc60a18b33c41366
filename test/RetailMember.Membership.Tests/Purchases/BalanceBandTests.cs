using RetailMember.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using RetailMember.UseCases;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class BalanceBandTestsOnSqlite() : BalanceBandTests(DatabaseKind.Sqlite);

public sealed class BalanceBandTestsOnPostgres() : BalanceBandTests(DatabaseKind.Postgres);

/// <summary>Who has 100 points to spend on the receipt's day earns double, however receipts reach the books.</summary>
public abstract class BalanceBandTests(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly CallContext House = new(Caller.House("house"), Channel.Api) { Brand = Shop.Shop.Pharmacy };

    private readonly Shop.Shop shop = kind == DatabaseKind.Sqlite ? new SqliteShop() : new PostgresShop();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory, Trait("Req", "CORE-10")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Points_of_an_earlier_receipt_count_from_the_day_on_which_they_can_be_spent(bool together)
    {
        await shop.ChangeAsync(d => Banded(d) with { PendingDays = 7 });
        shop.Clock.Set("2026-03-20");

        (await EarnAsync(together, (100, "2026-03-02"), (10, "2026-03-08"), (10, "2026-03-09"))).ShouldBe([100, 10, 20]);
    }

    [Theory, Trait("Req", "CORE-10")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Points_that_have_lapsed_by_the_receipts_day_do_not_count(bool together)
    {
        await shop.ChangeAsync(d => Banded(d) with { Expiry = new ExpiryPolicy { Kind = ExpiryKind.RollingFromEarn, Months = 1 } });
        shop.Clock.Set("2026-05-02");

        (await EarnAsync(together, (100, "2026-03-02"), (10, "2026-04-01"), (10, "2026-04-02"))).ShouldBe([100, 20, 10]);
    }

    [Theory, Trait("Req", "CORE-10")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_receipt_that_comes_late_does_not_see_the_points_of_later_days(bool together)
    {
        await shop.ChangeAsync(Banded);
        shop.Clock.Set("2026-03-20");

        (await EarnAsync(together, (100, "2026-03-10"), (10, "2026-03-09"), (10, "2026-03-10"))).ShouldBe([100, 10, 20]);
    }

    private static ProgrammeDocument Banded(ProgrammeDocument document) =>
        document with { BalanceBands = [new(0, 1), new(100, 2)] };

    /// <summary>What a new member's receipts earn, recorded in one batch or one after the other.</summary>
    private async Task<long[]> EarnAsync(bool together, params (decimal Yuan, string Day)[] receipts)
    {
        var member = await shop.MemberAsync();
        RecordPurchase.Input[] inputs = [.. receipts.Select(r => Buy(member, r.Yuan, r.Day))];
        if (together) return [.. (await shop.Entry.TryAllAsync(inputs, House)).Select(o => o.Value.Points)];
        var points = new List<long>();
        foreach (var input in inputs) points.Add((await shop.Do(input)).Points);
        return [.. points];
    }
}
