using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Pharmacy.Club;

/// <summary>Judges the cards of whoever has earned by a purchase, a moment after the receipt.</summary>
internal sealed class CardsOfPurchases(ClubCards cards, TimeProvider time, IBrandDirectory brands, DataSession session)
    : Subscriber<PurchaseRecorded>
{
    private const string Operator = "pharmacy";

    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        await cards.JudgeAsync(
            [.. events.Select(e => e.Event.EarnerId ?? e.Event.MemberId).Distinct()],
            new AwardOccasion(at, brands.Find(session.Brand!.Value)!.DateOf(at), Operator), cancel);
    }
}
