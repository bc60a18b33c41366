using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;

namespace RetailMember.Restaurant.Diners;

/// <summary>
/// What a duplicate was seen on counts for who stays once the merge is heard of; where it is undone, both are counted anew,
/// each by his own visits.
/// </summary>
internal sealed class GuestMerge(RestaurantDb db, GuestBook book, Visits visits, IMemberFiles files) : IMemberMerge
{
    public string Module => RestaurantModule.ModuleName;

    /// <summary>Undone last, after receipts and cards.</summary>
    public int Order => 10;

    public Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MergeShare>>([]);

    public Task MoveAsync(MemberMergeOrder order, CancellationToken cancel) => Task.CompletedTask;

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        // Nobody is counted where the vertical never was on.
        if (!await db.Guests.AnyAsync(g => g.MemberId == order.Survivor, cancel)) return;
        Guid[] both = [order.Survivor, order.Duplicate];
        var seen = (await files.ReadAsync(both, cancel)).Values.Select(m => (Member: m.Id, On: m.JoinedOn))
            .Concat(await visits.SinceAsync(both, Visits.Beginning, order.On, cancel));
        await book.SetAsync(
            order.BrandId, seen.GroupBy(s => s.Member).ToDictionary(g => g.Key, g => g.Max(s => s.On)), cancel);
    }
}
