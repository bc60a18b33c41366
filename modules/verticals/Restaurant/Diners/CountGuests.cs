using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners;

/// <summary>
/// Looks up in the receipts when members were here last: those who came before the module was on, or while it was off; and
/// takes out who has left meanwhile. It may be stopped and run again; a job runs it each night.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class CountGuests(UseCaseEntry entry, IRunProgress progress) : Process<CountGuests.Input, CountGuests.Result>
{
    /// <summary>Months back in which receipts of known guests are looked up: no outage of the module may be longer.</summary>
    public const string RecentMonths = "Restaurant.GuestCountMonths";

    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        Guid? left = null;
        do left = (await entry.RunAsync(new SweepSomeGuests.Input(left, AtOnce), call, cancel)).Last;
        while (left is not null);
        var (counted, after) = (0, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new CountSomeGuests.Input(after, AtOnce), call, cancel);
            (counted, after) = (counted + step.Counted, step.Last);
            progress.Report(counted, total: 0);
        }
        while (after is not null);
        return new Result(counted);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Counted">Active members.</param>
    internal sealed record Result(int Counted);
}

/// <summary>Takes out those of some guests who are members no more.</summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class SweepSomeGuests(GuestBook book) : UseCase<SweepSomeGuests.Input, SweepSomeGuests.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await book.SweepAsync(input.After, input.Count, cancel));

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last guest.</param>
    internal sealed record Result(Guid? Last);
}

/// <summary>Looks some members up, in one transaction.</summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class CountSomeGuests(
    IMemberFiles files, IMemberReceipts receipts, GuestBook book, RestaurantDb db, ISettings settings)
    : UseCase<CountSomeGuests.Input, CountSomeGuests.Result>
{
    private static readonly DateOnly Beginning = new(2000, 1, 1);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var recent = today.AddMonths(-(int)settings.WholeNumber(CountGuests.RecentMonths, brand.Id));
        var page = await files.WalkAsync(new MemberSegment([]), input.After, input.Count, cancel);
        Guid[] members = [.. page.Select(m => m.Id)];
        var known = await db.Guests.AsNoTracking().Where(g => EF.Parameter(members).Contains(g.MemberId))
            .Select(g => g.MemberId).ToListAsync(cancel);
        var fresh = page.Where(m => !known.Contains(m.Id)).ToList();
        List<(Guid, DateOnly)> seen = [.. fresh.Select(m => (m.Id, m.JoinedOn))];
        seen.AddRange(await VisitsAsync([.. fresh.Select(m => m.Id)], Beginning));
        seen.AddRange(await VisitsAsync(known, recent));
        await book.SeenAsync(brand.Id, seen, cancel);
        return new Result(page.Count, page.Count < input.Count ? null : page[^1].Id);

        async Task<IEnumerable<(Guid, DateOnly)>> VisitsAsync(IReadOnlyCollection<Guid> visitors, DateOnly from) =>
            visitors.Count == 0
                ? []
                : (await receipts.DaysAsync(visitors, from, today, cancel)).Where(d => d.Purchases > 0).Select(d => (d.Member, d.Day));
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Counted, Guid? Last);
}
