using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Settings;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.StoredValue.Notices;

/// <summary>Sends the holder a slip of what his card has paid, got back or was loaded with, where the brand wants that.</summary>
internal sealed class SlipNotices(
    IMemberMessages messages, IBrandDirectory brands, ISettings settings, DataSession session, TimeProvider time)
    : Subscriber<CardMoved>
{
    /// <summary>Each message costs the brand money: it says so itself that it wants them.</summary>
    public const string Setting = "StoredValue.Slips";

    /// <summary>What waited longer, such as behind a fault, is news to nobody.</summary>
    private static readonly TimeSpan News = TimeSpan.FromHours(6);

    protected override async Task HandleAsync(IReadOnlyList<Delivered<CardMoved>> events, CancellationToken cancel)
    {
        if (!settings.YesNo(Setting, session.Brand) || !messages.IsReady) return;
        var oldest = time.GetUtcNow().UtcDateTime - News;
        await messages.SendAsync([.. events.Where(e => e.OccurredAt >= oldest).Select(e => SlipOf(e.Event))], cancel);
    }

    private MemberMessage SlipOf(CardMoved moved)
    {
        var name = EnumCode.Of(moved.Movement);
        return new MemberMessage(
            moved.MemberId,
            "storedvalue.card-" + name,
            "storedvalue.notice." + name,
            [
                ("card", moved.MaskedNumber),
                ("yuan", new Money(Math.Abs(moved.PrincipalFen + moved.BonusFen))),
                ("principal", new Money(Math.Abs(moved.PrincipalFen))),
                ("bonus", new Money(Math.Abs(moved.BonusFen))),
                ("left", new Money(moved.LeftFen)),
                ("store", moved.StoreId is { } store ? brands.FindStore(store)?.Name ?? "" : ""),
            ]);
    }
}
