using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Redemption.Notices;

internal sealed class NoticesOfVouchers(NoticeDesk desk, IBrandDirectory brands) : Subscriber<VoucherUsed>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<VoucherUsed>> events, CancellationToken cancel)
    {
        var used = desk.ToTell(events);
        if (used.Count == 0) return;
        var names = await desk.VouchersAsync(used.Select(u => u.VoucherId), cancel);
        await desk.TellAsync(
            used.Select(u => new Notice(
                u.MemberId, "voucher-used", ("voucher", names[u.VoucherId]), ("yuan", new Money(u.DiscountFen)),
                ("store", brands.NameOf(u.StoreId)))),
            cancel);
    }
}

internal sealed class NoticesOfServices(NoticeDesk desk, IBrandDirectory brands) : Subscriber<EntitlementUsed>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<EntitlementUsed>> events, CancellationToken cancel)
    {
        var used = desk.ToTell(events);
        if (used.Count == 0) return;
        var names = await desk.RewardsAsync(used.Select(u => u.RewardId), cancel);
        await desk.TellAsync(
            used.Select(u => new Notice(
                u.MemberId, "service-used", ("service", names[u.RewardId]), ("store", brands.NameOf(u.StoreId)),
                ("left", u.UsesLeft), ("until", u.ExpiresOn))),
            cancel);
    }
}

internal sealed class NoticesOfRedemptions(NoticeDesk desk) : Subscriber<RewardRedeemed>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<RewardRedeemed>> events, CancellationToken cancel)
    {
        var redeemed = desk.ToTell(events);
        if (redeemed.Count == 0) return;
        var names = await desk.RewardsAsync(redeemed.Select(r => r.RewardId), cancel);
        await desk.TellAsync(
            redeemed.Select(r => new Notice(r.MemberId, "redeemed", ("reward", names[r.RewardId]), ("points", r.Points))), cancel);
    }
}

internal sealed class NoticesOfOrders(NoticeDesk desk, IBrandDirectory brands) : Subscriber<RewardOrderMoved>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<RewardOrderMoved>> events, CancellationToken cancel)
    {
        var moved = desk.ToTell(events);
        if (moved.Count == 0) return;
        var names = await desk.RewardsAsync(moved.Select(m => m.RewardId), cancel);
        await desk.TellAsync(
            moved.Select(m => new Notice(
                m.MemberId, "order-" + EnumCode.Of(m.Move), ("reward", names[m.RewardId]), ("store", brands.NameOf(m.StoreId)),
                ("points", m.Points), ("until", m.HeldUntil))),
            cancel);
    }
}

internal sealed class NoticesOfGifts(NoticeDesk desk) : Subscriber<GiftEarned>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<GiftEarned>> events, CancellationToken cancel) => desk.TellAsync(
        desk.ToTell(events).Select(g => g.ClaimUntil is { } until
            ? new Notice(g.MemberId, "gift-to-claim", ("until", until))
            : new Notice(g.MemberId, "gift")),
        cancel);
}

file static class StoreWords
{
    /// <summary>Empty where it was no store, as with what is done on a phone.</summary>
    public static string NameOf(this IBrandDirectory brands, int? store) =>
        store is { } id ? brands.FindStore(id)?.Name ?? "" : "";
}
