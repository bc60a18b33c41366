using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders.Services;

/// <summary>
/// Books a member a place at a store on a day of his entitlement, as often as he has uses left and within their pace. A
/// store takes no more a day than the reward says.
/// </summary>
[Needs(RedemptionPermissions.RedeemRewards)]
internal sealed class BookService(ServiceDesk desk, ServiceDays days, RedemptionDb db)
    : UseCase<BookService.Input, BookingView>
{
    protected override async Task<BookingView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Store is not { } store) throw new Refusal("store.needed", RefusalKind.Invalid);
        store.RefuseUnlessOpenAt(call.At);
        var occasion = call.Occasion();
        if (input.BusinessDate < occasion.On)
            throw new Refusal("redemption.booking-in-the-past", RefusalKind.Conflict, ("on", input.BusinessDate));
        var service = await desk.LockAsync(input.Entitlement, cancel);
        service.RefuseUnlessHad(store, input.BusinessDate);
        if (service.PerDay is not { } places)
            throw new Refusal("redemption.service-without-booking", RefusalKind.Conflict);
        await PaceAsync(service, input.BusinessDate, await days.OpenAsync(service.Entitlement.Id, occasion.On, cancel), cancel);
        var booking = Make(service.Entitlement, store.Id, input.BusinessDate, input.Time, occasion, ServiceBookingState.Booked);
        await days.TakeAsync(booking, places, cancel);
        return BookingView.Of(booking, store.Code);
    }

    /// <summary>What is booked already counts as if it had been had.</summary>
    private async Task PaceAsync(ServiceAtHand service, DateOnly on, List<ServiceBooking> open, CancellationToken cancel)
    {
        if (open.Count >= service.UsesLeft)
            throw new Refusal("redemption.entitlement-all-booked", RefusalKind.Conflict, ("left", service.UsesLeft));
        if (service.PaceOn(on) is not { } key) return;
        var had = await db.Quotas.AsNoTracking()
            .Where(q => q.MemberId == key.Member && q.Subject == key.Subject && q.Period == key.Period)
            .Select(q => q.Taken).SingleOrDefaultAsync(cancel);
        var most = service.Entitlement.PaceMost!.Value;
        if (had + open.Count(b => service.PaceOn(b.On) == key) >= most)
            throw new Refusal("redemption.entitlement-pace", RefusalKind.Conflict, ("most", most));
    }

    public static ServiceBooking Make(
        Entitlement entitlement, int store, DateOnly on, string? time, VoucherOccasion occasion,
        ServiceBookingState state) => new()
        {
            Id = Guid.CreateVersion7(),
            BrandId = entitlement.BrandId,
            EntitlementId = entitlement.Id,
            RewardId = entitlement.RewardId,
            StoreId = store,
            On = on,
            Time = time,
            State = state,
            MovedBy = occasion.Operator,
            MovedAt = occasion.At,
        };

    internal sealed record Input : IInput<BookingView>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key books once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required Guid Entitlement { get; init; }

        /// <summary>The day, in the brand's time zone.</summary>
        public required DateOnly BusinessDate { get; init; }

        /// <summary>Wall-clock time, such as <c>14:30</c>; left out: some time that day.</summary>
        public string? Time { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Time).Matches("^([01][0-9]|2[0-3]):[0-5][0-9]$").WithErrorCode("redemption.time-malformed");
        }
    }
}

/// <summary>A booking as it stands.</summary>
/// <param name="Time">Wall-clock time; null: some time that day.</param>
internal sealed record BookingView(
    Guid Booking, Guid Entitlement, string? StoreCode, DateOnly BusinessDate, string? Time, ServiceBookingState State)
{
    public static BookingView Of(ServiceBooking booking, string? store) =>
        new(booking.Id, booking.EntitlementId, store, booking.On, booking.Time, booking.State);
}
