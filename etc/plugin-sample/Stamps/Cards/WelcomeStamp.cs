using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using Stamps.Data;

namespace Stamps.Cards;

/// <summary>Opens a card with a first stamp for everybody who joins while the module is on.</summary>
internal sealed class WelcomeStamp(IRows rows) : Subscriber<MemberEnrolled>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel) =>
        // Added rather than set: the first visit may have been stamped before.
        rows.AddToAsync([.. events.Select(e => CardOf(e.Event))], [nameof(StampCard.Stamps)], cancel);

    private static StampCard CardOf(MemberEnrolled joined) => new()
    {
        MemberId = joined.MemberId,
        BrandId = joined.BrandId,
        Stamps = 1,
    };
}
