using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners;

/// <summary>Begins a count of guests, unless one is under way: that one goes on.</summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class BeginCount(IRows rows) : UseCase<BeginCount.Input, BeginCount.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        await rows.InsertMissingAsync([new GuestCount { BrandId = brand.Id }], cancel);
        var count = (await rows.LockAsync<GuestCount, int>(c => c.BrandId, [brand.Id], cancel)).Single();
        if (count.CountingTo is null)
        {
            (count.CountingTo, count.CountedMember) = (brand.DateOf(call.At), null);
            await rows.UpdateAsync([count], GuestCount.Moving, cancel);
        }

        return new Result(count.CountingTo.Value);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="CountingTo">Business date up to which it counts.</param>
    internal sealed record Result(DateOnly CountingTo);
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

/// <summary>
/// Looks up the visits of the next members, in one transaction: of who is known since the last count that came to its end, of
/// who is not since ever.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class CountSomeGuests(
    IMemberFiles files, Visits visits, GuestBook book, RestaurantDb db, IRows rows, ISettings settings)
    : UseCase<CountSomeGuests.Input, CountSomeGuests.Result>
{
    /// <summary>Months before the end of the last count from which visits are looked up again: tills may tell of them late.</summary>
    public const string RecentMonths = "Restaurant.GuestCountMonths";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var count = (await rows.LockAsync<GuestCount, int>(c => c.BrandId, [brand.Id], cancel)).SingleOrDefault();
        // Whoever counts beside this one may have brought it to its end.
        if (count?.CountingTo is not { } countingTo) return new Result(0, Ended: true);
        var page = await files.WalkAsync(new MemberSegment([]), count.CountedMember, input.Count, cancel);
        await LookUpAsync(page, count, call, cancel);
        var ended = page.Count < input.Count;
        if (ended) (count.CountedTo, count.CountingTo, count.CountedMember) = (countingTo, null, null);
        else count.CountedMember = page[^1].Id;
        await rows.UpdateAsync([count], GuestCount.Moving, cancel);
        return new Result(page.Count, ended);
    }

    private async Task LookUpAsync(IReadOnlyList<MemberSummary> page, GuestCount count, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var since = count.CountedTo?.AddMonths(-(int)settings.WholeNumber(RecentMonths, brand.Id)) ?? Visits.Beginning;
        Guid[] members = [.. page.Select(m => m.Id)];
        var known = await db.Guests.AsNoTracking().Where(g => EF.Parameter(members).Contains(g.MemberId))
            .Select(g => g.MemberId).ToListAsync(cancel);
        var fresh = page.Where(m => !known.Contains(m.Id)).ToList();
        await book.SeenAsync(
            brand.Id,
            [
                .. fresh.Select(m => (m.Id, m.JoinedOn)),
                .. await visits.SinceAsync([.. fresh.Select(m => m.Id)], Visits.Beginning, today, cancel),
                .. await visits.SinceAsync(known, since, today, cancel),
            ],
            cancel);
    }

    internal sealed record Input(int Count) : IInput<Result>;

    /// <param name="Ended">Nobody is left.</param>
    internal sealed record Result(int Counted, bool Ended);
}
