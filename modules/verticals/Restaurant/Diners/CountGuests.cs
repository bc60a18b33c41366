using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners;

/// <summary>
/// Looks up in the receipts when members were here last: those who came before the module was on, or while it was off; and
/// takes out who has left meanwhile. A job runs it each night.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class CountGuests(IMemberFiles files, IMemberReceipts receipts, GuestBook book, RestaurantDb db,
    ISettings settings)
    : UseCase<CountGuests.Input, CountGuests.Result>
{
    /// <summary>Months back in which receipts of known guests are looked up: no outage of the module may be longer.</summary>
    public const string RecentMonths = "Restaurant.GuestCountMonths";

    private const int Page = 500;

    private static readonly DateOnly Beginning = new(2000, 1, 1);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var recent = today.AddMonths(-(int)settings.WholeNumber(RecentMonths, brand.Id));
        for (Guid? left = null; ;)
            if ((left = await book.SweepAsync(left, Page, cancel)) is null) break;
        var counted = 0;
        for (Guid? after = null; ;)
        {
            var page = await files.WalkAsync(new MemberSegment([]), after, Page, cancel);
            if (page.Count == 0) return new Result(counted);
            Guid[] members = [.. page.Select(m => m.Id)];
            var known = await db.Guests.AsNoTracking().Where(g => EF.Parameter(members).Contains(g.MemberId))
                .Select(g => g.MemberId).ToListAsync(cancel);
            var fresh = page.Where(m => !known.Contains(m.Id)).ToList();
            List<(Guid, DateOnly)> seen = [.. fresh.Select(m => (m.Id, m.JoinedOn))];
            seen.AddRange(await VisitsAsync([.. fresh.Select(m => m.Id)], Beginning));
            seen.AddRange(await VisitsAsync(known, recent));
            await book.SeenAsync(brand.Id, seen, cancel);
            counted += page.Count;
            after = page[^1].Id;
        }

        async Task<IEnumerable<(Guid, DateOnly)>> VisitsAsync(IReadOnlyCollection<Guid> members, DateOnly from) =>
            members.Count == 0
                ? []
                : (await receipts.DaysAsync(members, from, today, cancel)).Where(d => d.Purchases > 0).Select(d => (d.Member, d.Day));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Counted">Active members.</param>
    internal sealed record Result(int Counted);
}
