using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders.Services;

/// <summary>Frees the place that a member had booked, however long before.</summary>
[Needs(RedemptionPermissions.RedeemRewards)]
internal sealed class CancelBooking(ServiceDesk desk, ServiceDays days, RedemptionDb db, IBrandDirectory brands)
    : UseCase<CancelBooking.Input, BookingView>
{
    protected override async Task<BookingView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = await db.ServiceBookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == input.Booking, cancel)
            ?? throw new Refusal("redemption.booking-not-found", RefusalKind.NotFound);
        await desk.LockAsync(found.EntitlementId, cancel);
        var occasion = call.Occasion();
        var booking = (await days.OpenAsync(found.EntitlementId, occasion.On, cancel)).Find(b => b.Id == found.Id)
            ?? throw new Refusal("redemption.booking-not-open", RefusalKind.Conflict);
        await days.MoveAsync(booking, ServiceBookingState.Cancelled, occasion, input.Reason, cancel);
        return BookingView.Of(booking, brands.FindStore(booking.StoreId)?.Code);
    }

    /// <param name="StoreCode">Where it is asked for.</param>
    internal sealed record Input(Guid Booking, string Reason, string? StoreCode = null) : IInput<BookingView>, IAtStore;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
