using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders.Services;

/// <summary>
/// The places that a store has for a service on a day: who books or comes takes one, a cancelled booking frees it. Two
/// takers of the last one wait for each other. Whoever moves bookings holds their entitlement.
/// </summary>
internal sealed class ServiceDays(RedemptionDb db, IRows rows, DataSession session)
{
    /// <summary>Refuses with <c>redemption.service-day-full</c>.</summary>
    public async Task TakeAsync(ServiceBooking booking, int places, CancellationToken cancel)
    {
        var day = await LockAsync(booking, cancel);
        if (day.Taken >= places)
            throw new Refusal("redemption.service-day-full", RefusalKind.Conflict, ("on", booking.On), ("places", places));
        day.Taken++;
        await rows.UpdateAsync([day], [nameof(ServiceDay.Taken)], cancel);
        await rows.InsertAsync([booking], cancel);
    }

    /// <summary>Bookings that still hold their places, the next one first.</summary>
    public Task<List<ServiceBooking>> OpenAsync(Guid entitlement, DateOnly from, CancellationToken cancel) =>
        db.ServiceBookings.AsNoTracking()
            .Where(b => b.EntitlementId == entitlement && b.State == ServiceBookingState.Booked && b.On >= from)
            .OrderBy(b => b.On).ThenBy(b => b.Time).ToListAsync(cancel);

    public async Task MoveAsync(
        ServiceBooking booking, ServiceBookingState state, VoucherOccasion occasion, string? note, CancellationToken cancel)
    {
        if (state == ServiceBookingState.Cancelled)
        {
            var day = await LockAsync(booking, cancel);
            day.Taken--;
            await rows.UpdateAsync([day], [nameof(ServiceDay.Taken)], cancel);
        }

        (booking.State, booking.MovedBy, booking.MovedAt, booking.Note) = (state, occasion.Operator, occasion.At, note);
        await rows.UpdateAsync([booking], ServiceBooking.Moving, cancel);
    }

    private async Task<ServiceDay> LockAsync(ServiceBooking booking, CancellationToken cancel)
    {
        var key = ServiceDay.KeyOf(booking.RewardId, booking.StoreId, booking.On);
        await rows.InsertMissingAsync([new ServiceDay { Key = key, BrandId = session.Brand!.Value }], cancel);
        return (await rows.LockAsync<ServiceDay, string>(d => d.Key, [key], cancel)).Single();
    }
}
