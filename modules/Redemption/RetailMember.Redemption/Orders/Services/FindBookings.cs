using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders.Services;

/// <summary>Who is expected for a service on a day, at a store or anywhere, by the time.</summary>
[Needs(RedemptionPermissions.ViewOrders)]
internal sealed class FindBookings(RedemptionDb db, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<FindBookings.Input, FindBookings.Result>
{
    private const int Most = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var day = input.BusinessDate ?? call.RequiredBrand.DateOf(call.At);
        var found = db.ServiceBookings.AsNoTracking().Where(b => b.On == day && b.State != ServiceBookingState.Cancelled);
        if (call.Store is { } store) found = found.Where(b => b.StoreId == store.Id);
        var rows = await found.OrderBy(b => b.Time).ThenBy(b => b.Id).Take(Most + 1)
            .Join(db.Rewards, b => b.RewardId, r => r.Id, (booking, reward) => new { booking, reward })
            .Join(db.Entitlements, r => r.booking.EntitlementId, e => e.Id, (r, e) => new { r.booking, r.reward, e.MemberId })
            .OrderBy(r => r.booking.Time).ThenBy(r => r.booking.Id).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.MemberId).Distinct()], cancel);
        return new Result(
            day,
            [.. rows.Take(Most).Select(r => new Row(
                r.booking.Id, r.booking.EntitlementId, known.GetValueOrDefault(r.MemberId), r.reward.Code,
                CatalogueShelf.TermsOf(r.reward).Name, brands.FindStore(r.booking.StoreId)?.Code, r.booking.Time,
                r.booking.State))],
            rows.Count > Most);
    }

    /// <param name="BusinessDate">Left out: today.</param>
    internal sealed record Input(string? StoreCode = null, DateOnly? BusinessDate = null) : IInput<Result>, IAtStore;

    /// <param name="IsCut">There are more than five hundred, which these are the first of.</param>
    internal sealed record Result(DateOnly BusinessDate, IReadOnlyList<Row> Bookings, bool IsCut);

    /// <param name="Reward">Its code.</param>
    /// <param name="Time">Wall-clock time; null: some time that day.</param>
    internal sealed record Row(
        Guid Booking,
        Guid Entitlement,
        string? MemberNo,
        string Reward,
        LocalName Name,
        string? StoreCode,
        string? Time,
        ServiceBookingState State);
}
