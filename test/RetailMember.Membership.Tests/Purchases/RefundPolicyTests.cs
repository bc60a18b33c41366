using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class RefundPolicyTestsOnSqlite() : RefundPolicyTests(new SqliteShop());

public sealed class RefundPolicyTestsOnPostgres() : RefundPolicyTests(new PostgresShop());

/// <summary>Points that wait before they can be spent, and what a refund may take of those that were spent.</summary>
public abstract class RefundPolicyTests(Shop.Shop shop) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        (await shop.Do(new VerifyBooks.Input())).Sound.ShouldBeTrue();
        GC.SuppressFinalize(this);
        await shop.DisposeAsync();
    }

    [Fact, Trait("Req", "CORE-45")]
    public async Task Points_can_be_spent_from_the_seventh_day_after_on()
    {
        await WaitingAsync(RefundPolicy.AllowNegative);
        var member = await shop.MemberAsync();

        (await shop.Do(Buy(member, 100))).UsableFrom.ShouldBe(new DateOnly(2026, 5, 8));

        (await PointsOf(member)).ShouldSatisfyAllConditions(b => b.Usable.ShouldBe(0), b => b.Pending.ShouldBe(100));
        shop.Clock.Set("2026-05-07");
        (await PointsOf(member)).Usable.ShouldBe(0);
        shop.Clock.Set("2026-05-08");
        (await PointsOf(member)).ShouldSatisfyAllConditions(b => b.Usable.ShouldBe(100), b => b.Pending.ShouldBe(0));
    }

    [Theory, Trait("Req", "CORE-45"), Trait("Req", "CORE-46")]
    [InlineData(nameof(RefundPolicy.AllowNegative))]
    [InlineData(nameof(RefundPolicy.WithinBalance))]
    [InlineData(nameof(RefundPolicy.OnlyPending))]
    public async Task A_refund_while_they_wait_cancels_them_and_they_never_can_be_spent(string policy)
    {
        await WaitingAsync(Enum.Parse<RefundPolicy>(policy));
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 100, receiptNo: "P-1"));
        shop.Clock.Set("2026-05-03");

        (await RefundAsync("P-1", 40)).PointsTaken.ShouldBe(40);
        (await RefundAsync("P-1", 60)).ShouldSatisfyAllConditions(
            r => r.PointsTaken.ShouldBe(60), r => r.PointsBalance.ShouldBe(0));

        shop.Clock.Set("2026-05-08");
        (await PointsOf(member)).Usable.ShouldBe(0);
    }

    [Theory, Trait("Req", "CORE-45"), Trait("Req", "CORE-46")]
    [InlineData(nameof(RefundPolicy.AllowNegative), 40)]
    [InlineData(nameof(RefundPolicy.WithinBalance), 40)]
    [InlineData(nameof(RefundPolicy.OnlyPending), 0)]
    public async Task A_refund_after_they_have_woken_takes_what_the_policy_says(string policy, long taken)
    {
        await WaitingAsync(Enum.Parse<RefundPolicy>(policy));
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 100, receiptNo: "P-1"));
        shop.Clock.Set("2026-05-08");

        (await RefundAsync("P-1", 40)).PointsTaken.ShouldBe(taken);

        (await PointsOf(member)).Usable.ShouldBe(100 - taken);
    }

    [Theory, Trait("Req", "CORE-46")]
    [InlineData(nameof(RefundPolicy.AllowNegative), 200, -150)]
    [InlineData(nameof(RefundPolicy.WithinBalance), 50, 0)]
    [InlineData(nameof(RefundPolicy.OnlyPending), 0, 50)]
    public async Task Of_points_that_were_spent_the_policy_says_what_is_taken(string policy, long taken, long balance)
    {
        await shop.ChangeAsync(d => d with { RefundPolicy = Enum.Parse<RefundPolicy>(policy) });
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 600, receiptNo: "P-1"));
        await shop.SpendAsync(member, 550);

        (await RefundAsync("P-1", 200)).ShouldSatisfyAllConditions(
            r => r.PointsTaken.ShouldBe(taken), r => r.PointsBalance.ShouldBe(balance), r => r.GrowthTaken.ShouldBe(200));

        (await shop.Do(Buy(member, 100))).PointsBalance.ShouldBe(balance + 100);
    }

    /// <summary>The first of May under a programme whose points wait for seven days.</summary>
    private async Task WaitingAsync(RefundPolicy policy)
    {
        shop.Clock.Set("2026-04-30");
        await shop.ChangeAsync(d => d with { PendingDays = 7, RefundPolicy = policy });
        shop.Clock.Set("2026-05-01");
    }

    private async Task<ReadMember.Balance> PointsOf(string member) =>
        (await shop.Do(new ReadMember.Input(member))).Balances.Single(b => b.Unit == MembershipUnits.Points);

    private Task<RefundPurchase.Result> RefundAsync(string receiptNo, decimal yuan) => shop.Do(new RefundPurchase.Input
    {
        RefundNo = Key(), StoreCode = "s1", ReceiptNo = receiptNo, Amount = Money.FromYuan(yuan),
    });
}
