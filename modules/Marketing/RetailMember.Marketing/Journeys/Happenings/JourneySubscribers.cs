using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.StoredValue;
using RetailMember.Texts;
using RetailMember.Values;
using static System.FormattableString;
using static RetailMember.Marketing.Journeys.Happenings.JourneyHappenings;

namespace RetailMember.Marketing.Journeys.Happenings;

internal sealed class JourneysOfEnrolments(JourneyHappenings journeys) : Subscriber<MemberEnrolled>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel) =>
        journeys.TellAsync(
            JourneyTrigger.Welcome, [.. events.Select(e => Cause(e.Event.MemberId, "joined", e.Event.JoinedOn))], cancel);
}

internal sealed class JourneysOfReturns(JourneyHappenings journeys) : Subscriber<MemberReturned>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberReturned>> events, CancellationToken cancel) =>
        journeys.TellAsync(
            JourneyTrigger.Welcome,
            [
                .. events.Select(e => Cause(
                    e.Event.MemberId, Invariant($"returned:{e.Event.ReturnedOn:yyyy-MM-dd}"), e.Event.ReturnedOn)),
            ],
            cancel);
}

internal sealed class JourneysOfPurchases(JourneyHappenings journeys) : Subscriber<PurchaseRecorded>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel)
    {
        await journeys.TellAsync(
            JourneyTrigger.Purchase,
            [
                .. events.Select(e => e.Event).Select(e => Cause(
                    e.MemberId, JourneyWaits.Receipt + e.PurchaseId.ToString("N"), e.BusinessDate,
                    ("amount", JourneyWords.Of(new Money(e.PaidFen))), ("earned", JourneyWords.Of(e.Points)))),
            ],
            cancel);
        await journeys.TellAsync(
            JourneyTrigger.BalanceChange,
            [
                .. events.Select(e => e.Event).Where(e => e.Points != 0).Select(e => Cause(
                    e.MemberId, JourneyWaits.Receipt + e.PurchaseId.ToString("N"), e.BusinessDate,
                    ("change", JourneyWords.OfChange(e.Points)))),
            ],
            cancel);
    }
}

internal sealed class JourneysOfRefunds(JourneyHappenings journeys) : Subscriber<PurchaseRefunded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRefunded>> events, CancellationToken cancel) =>
        journeys.TellAsync(
            JourneyTrigger.BalanceChange,
            [
                .. events.Where(e => e.Event.PointsTaken != 0).Select(e => Cause(
                    e.Event.MemberId, Invariant($"refund:{e.Id}"), journeys.Brand.DateOf(e.OccurredAt),
                    ("change", JourneyWords.OfChange(-e.Event.PointsTaken)))),
            ],
            cancel);
}

internal sealed class JourneysOfRedemptions(JourneyHappenings journeys) : Subscriber<RewardRedeemed>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<RewardRedeemed>> events, CancellationToken cancel) =>
        journeys.TellAsync(
            JourneyTrigger.BalanceChange,
            [
                .. events.Where(e => e.Event.Points != 0).Select(e => Cause(
                    e.Event.MemberId, Invariant($"redemption:{e.Event.OrderId:N}"), journeys.Brand.DateOf(e.OccurredAt),
                    ("change", JourneyWords.OfChange(-e.Event.Points)))),
            ],
            cancel);
}

internal sealed class JourneysOfCards(JourneyHappenings journeys, TextCatalogue texts) : Subscriber<CardMoved>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<CardMoved>> events, CancellationToken cancel)
    {
        var language = texts.For(JourneyWords.Language);
        return journeys.TellAsync(
            JourneyTrigger.CardMovement, [.. events.Select(e => CauseOf(e, journeys.Brand, language))], cancel);
    }

    public static JourneyCause CauseOf(Delivered<CardMoved> moved, Brand brand, ITexts texts) => Cause(
        moved.Event.MemberId, Invariant($"card:{moved.Id}"), brand.DateOf(moved.OccurredAt),
        ("card", moved.Event.MaskedNumber),
        ("movement", texts["marketing.journey-movement." + EnumCode.Of(moved.Event.Movement)]),
        ("amount", JourneyWords.Of(new Money(Math.Abs(moved.Event.PrincipalFen + moved.Event.BonusFen)))),
        ("left", JourneyWords.Of(new Money(moved.Event.LeftFen))));
}

internal sealed class JourneysOfTiers(JourneyHappenings journeys) : Subscriber<TierChanged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<TierChanged>> events, CancellationToken cancel) =>
        journeys.TellAsync(
            JourneyTrigger.TierChange,
            [.. events.Select(e => CauseOf(e, journeys.Brand))],
            cancel);

    public static JourneyCause CauseOf(Delivered<TierChanged> moved, Brand brand) => Cause(
        moved.Event.MemberId, Invariant($"tier:{moved.Id}"), brand.DateOf(moved.OccurredAt),
        (JourneyCause.TierReached, moved.Event.To));
}

internal sealed class JourneysOfShopEvents(JourneyHappenings journeys) : Subscriber<ShopEventTold>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<ShopEventTold>> events, CancellationToken cancel)
    {
        foreach (var kind in events.GroupBy(e => e.Event.Kind))
            await journeys.TellAsync(
                JourneyTrigger.ShopEvent,
                [
                    .. kind.Select(e => Cause(
                        e.Event.MemberId, "shop:" + e.Event.Key, journeys.Brand.DateOf(e.OccurredAt), ("item", e.Event.Item))),
                ],
                cancel, terms => terms.ShopEvent == kind.Key);
    }
}
