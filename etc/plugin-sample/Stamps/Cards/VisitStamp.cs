using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Settings;
using Stamps.Data;

namespace Stamps.Cards;

/// <summary>Stamps the card of whoever bought, once a day; a full card starts anew.</summary>
internal sealed class VisitStamp(IRows rows, ISettings settings) : Subscriber<PurchaseRecorded>
{
    private static readonly string[] Stamped = [nameof(StampCard.Stamps), nameof(StampCard.Filled), nameof(StampCard.LastOn)];

    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel)
    {
        var visits = events.Select(e => e.Event).ToList();
        var members = visits.Select(v => v.MemberId).Distinct().ToList();
        await rows.InsertMissingAsync([.. visits.DistinctBy(v => v.MemberId).Select(NewCard)], cancel);
        var cards = (await rows.LockAsync<StampCard, Guid>(c => c.MemberId, members, cancel)).ToDictionary(c => c.MemberId);
        foreach (var visit in visits) Stamp(cards[visit.MemberId], visit.BusinessDate);
        await rows.UpdateAsync(cards.Values, Stamped, cancel);
    }

    private void Stamp(StampCard card, DateOnly on)
    {
        if (on <= card.LastOn) return;
        card.LastOn = on;
        card.Stamps++;
        if (card.Stamps < settings.WholeNumber(StampsModule.StampsPerCard, card.BrandId)) return;
        card.Stamps = 0;
        card.Filled++;
    }

    private static StampCard NewCard(PurchaseRecorded visit) => new() { MemberId = visit.MemberId, BrandId = visit.BrandId };
}
