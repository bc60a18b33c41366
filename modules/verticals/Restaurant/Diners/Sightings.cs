using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.StoredValue;

namespace RetailMember.Restaurant.Diners;

/// <summary>Who joins is seen.</summary>
internal sealed class SeenJoining(GuestBook book) : Subscriber<MemberEnrolled>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel) =>
        book.SeenAsync(events[0].Event.BrandId, [.. events.Select(e => (e.Event.MemberId, e.Event.JoinedOn))], cancel);
}

/// <summary>Who has a receipt is seen.</summary>
internal sealed class SeenBuying(GuestBook book) : Subscriber<PurchaseRecorded>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events, CancellationToken cancel) =>
        book.SeenAsync(events[0].Event.BrandId, [.. events.Select(e => (e.Event.MemberId, e.Event.BusinessDate))], cancel);
}

/// <summary>Whose card pays is seen, receipt or not.</summary>
internal sealed class SeenPaying(GuestBook book, IBrandDirectory brands) : Subscriber<CardMoved>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<CardMoved>> events, CancellationToken cancel)
    {
        if (brands.Find(events[0].Event.BrandId) is not { } brand) return;
        var paid = events.Where(e => e.Event.Movement == CardMovement.Paid);
        await book.SeenAsync(brand.Id, [.. paid.Select(e => (e.Event.MemberId, brand.DateOf(e.OccurredAt)))], cancel);
    }
}

/// <summary>What a duplicate was seen on counts for who stays.</summary>
internal sealed class SeenTwice(GuestBook book, RestaurantDb db, IMergedMembers merges) : Subscriber<MembersMerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel)
    {
        // It may be undone before it is heard.
        var standing = await merges.StandingForAsync([.. events.Select(e => e.Event.DuplicateId).Distinct()], cancel);
        foreach (var merged in events.Select(e => e.Event).Where(m => standing.ContainsKey(m.DuplicateId)))
        {
            if (await db.Guests.AsNoTracking().SingleOrDefaultAsync(g => g.MemberId == merged.DuplicateId, cancel) is { } seen)
                await book.SeenAsync(merged.BrandId, [(merged.SurvivorId, seen.LastSeenOn)], cancel);
            await book.LeaveAsync([merged.DuplicateId], cancel);
        }
    }
}

/// <summary>Who has left is missed no more.</summary>
internal sealed class GuestLeft(GuestBook book, IMemberFiles files) : Subscriber<MemberClosed>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MemberClosed>> events, CancellationToken cancel)
    {
        // He may have come back before this was heard.
        var known = await files.ReadAsync([.. events.Select(e => e.Event.MemberId).Distinct()], cancel);
        await book.LeaveAsync([.. known.Values.Where(m => !m.IsActive).Select(m => m.Id)], cancel);
    }
}

/// <summary>Who is forgotten was never here.</summary>
internal sealed class ForgetGuest(RestaurantDb db, GuestBook book) : Subscriber<MemberForgotten>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MemberForgotten>> events, CancellationToken cancel)
    {
        Guid[] members = [.. events.Select(e => e.Event.MemberId)];
        await book.LeaveAsync(members, cancel);
        await db.WakeUpCalls.Where(c => EF.Parameter(members).Contains(c.MemberId)).ExecuteDeleteAsync(cancel);
    }
}
