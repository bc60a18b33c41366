using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Merging;

/// <summary>Two members who turn out to be one person, and two again; the books after it.</summary>
internal static class Merges
{
    public static Task<IReadOnlyList<SuccessionLine>> MergeAsync(
        this Shop.Shop shop, Guid merge, MemberSummary stays, MemberSummary goes) => shop.InTables(async t =>
    {
        var order = Of(merge, stays, goes);
        await t.GetRequiredService<IMemberMerge>().MoveAsync(order, TestContext.Current.CancellationToken);
        return await t.GetRequiredService<ILedgerSuccession>().TakeOverAsync(Take(order, $"merge:{merge:N}"));
    });

    public static Task<IReadOnlyList<SuccessionLine>> UnmergeAsync(
        this Shop.Shop shop, Guid merge, MemberSummary stays, MemberSummary goes) => shop.InTables(async t =>
    {
        var order = Of(merge, stays, goes);
        await t.GetRequiredService<IMemberMerge>().MoveBackAsync(order, TestContext.Current.CancellationToken);
        return await t.GetRequiredService<ILedgerSuccession>()
            .HandBackAsync(Take(order, $"unmerge:{merge:N}"), $"merge:{merge:N}");
    });

    public static async Task SoundAsync(this Shop.Shop shop)
    {
        (await shop.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(TestContext.Current.CancellationToken))).ShouldBeEmpty();
        (await shop.InTables(t => t.GetRequiredService<ILedgerAudit>().VerifyAsync(Day("2026-03-02"))))
            .SelectMany(l => l.Breaches).ShouldBeEmpty();
    }

    private static MemberMergeOrder Of(Guid merge, MemberSummary stays, MemberSummary goes) => new(
        merge, Shop.Shop.Apparel.Id, stays.Id, goes.Id, Day("2026-03-02"), new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), "anna");

    private static Succession Take(MemberMergeOrder order, string key) =>
        new(key, order.Duplicate, order.Survivor, order.On, PostingReason.None);
}
