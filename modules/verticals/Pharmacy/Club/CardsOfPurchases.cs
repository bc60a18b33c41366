using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Club;

/// <summary>Judges the cards of whoever has earned by a purchase, a moment after the receipt and as of its day.</summary>
internal sealed class CardsOfPurchases(CardsOfEvents cards) : Subscriber<PurchaseRecorded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel) =>
        cards.JudgeAsync(
            events.Select(e => (e.Event.EarnerId ?? e.Event.MemberId, (DateOnly?)e.Event.BusinessDate)), cancel);
}

/// <summary>What both had earned may reach a card for the one who stays.</summary>
internal sealed class CardsOfMerges(CardsOfEvents cards) : Subscriber<MembersMerged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel) =>
        cards.JudgeAsync(events.Select(e => (e.Event.SurvivorId, (DateOnly?)null)), cancel);
}

/// <summary>Two who are two again have each the cards that he has earned alone.</summary>
internal sealed class CardsOfUnmerges(CardsOfEvents cards) : Subscriber<MembersUnmerged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MembersUnmerged>> events, CancellationToken cancel) =>
        cards.JudgeAsync(
            events.SelectMany(e => (Guid[])[e.Event.SurvivorId, e.Event.DuplicateId]).Select(m => (m, (DateOnly?)null)), cancel);
}

/// <summary>Judges members of whom something was told: those who stand for them by now.</summary>
internal sealed class CardsOfEvents(
    ClubCards cards, ClubRules rules, IMergedMembers merged, TimeProvider time, IBrandDirectory brands, DataSession session)
{
    private const string Operator = "pharmacy";

    /// <param name="told">The members, each with the day of his receipt; null: of today.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task JudgeAsync(IEnumerable<(Guid Member, DateOnly? On)> told, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        var today = brands.Find(session.Brand!.Value)!.DateOf(at);
        (Guid Member, DateOnly? On)[] all = [.. told.Distinct()];
        var standing = await merged.StandingForAsync([.. all.Select(m => m.Member).Distinct()], cancel);
        var occasion = new AwardOccasion(at, today, Operator);
        // A receipt that is heard of on a later day brings its card on its own day.
        foreach (var day in all.Where(m => m.On < today).GroupBy(m => m.On!.Value).OrderBy(d => d.Key))
        {
            var then = occasion with { On = day.Key };
            if (day.Key.Year == today.Year) await cards.CatchUpAsync(Standing(day), then, cancel);
            else if (await IsStillRankedAsync(day.Key, today, cancel)) await cards.RecordAsync(Standing(day), then, cancel);
        }

        await cards.JudgeAsync(Standing(all), occasion, cancel);

        Guid[] Standing(IEnumerable<(Guid Member, DateOnly? On)> members) =>
            [.. members.Select(m => standing.GetValueOrDefault(m.Member, m.Member)).Distinct()];
    }

    /// <summary>A card of a year that is over is for its last ranking alone, until that is frozen.</summary>
    private async Task<bool> IsStillRankedAsync(DateOnly on, DateOnly today, CancellationToken cancel) =>
        on.Year == today.Year - 1 && (await rules.OnAsync(on, cancel)).Rules.Ranking.FreezesOn(Quarter.Of(on)) > today;
}
