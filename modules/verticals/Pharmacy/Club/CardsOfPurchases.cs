using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Pharmacy.Club;

/// <summary>Judges the cards of whoever has earned by a purchase, a moment after the receipt.</summary>
internal sealed class CardsOfPurchases(CardsOfEvents cards) : Subscriber<PurchaseRecorded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel) =>
        cards.JudgeAsync(events.Select(e => e.Event.EarnerId ?? e.Event.MemberId), cancel);
}

/// <summary>What both had earned may reach a card for the one who stays.</summary>
internal sealed class CardsOfMerges(CardsOfEvents cards) : Subscriber<MembersMerged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel) =>
        cards.JudgeAsync(events.Select(e => e.Event.SurvivorId), cancel);
}

/// <summary>Two who are two again have each the cards that he has earned alone.</summary>
internal sealed class CardsOfUnmerges(CardsOfEvents cards) : Subscriber<MembersUnmerged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MembersUnmerged>> events, CancellationToken cancel) =>
        cards.JudgeAsync(events.SelectMany(e => (Guid[])[e.Event.SurvivorId, e.Event.DuplicateId]), cancel);
}

/// <summary>Judges members of whom something was told: those who stand for them by now.</summary>
internal sealed class CardsOfEvents(
    ClubCards cards, IMergedMembers merged, TimeProvider time, IBrandDirectory brands, DataSession session)
{
    private const string Operator = "pharmacy";

    public async Task JudgeAsync(IEnumerable<Guid> members, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        Guid[] told = [.. members.Distinct()];
        var standing = await merged.StandingForAsync(told, cancel);
        await cards.JudgeAsync(
            [.. told.Select(m => standing.GetValueOrDefault(m, m)).Distinct()],
            new AwardOccasion(at, brands.Find(session.Brand!.Value)!.DateOf(at), Operator), cancel);
    }
}
