using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Services;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>The services that a member can still have.</summary>
[Needs(RedemptionPermissions.ViewOrders), OwnMember]
internal sealed class FindEntitlements(RedemptionDb db, IMemberFiles members, IBrandDirectory brands)
    : Query<FindEntitlements.Input, FindEntitlements.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.OneAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var found = await db.Entitlements.AsNoTracking()
            .Where(e => e.MemberId == member.Id && !e.Revoked && e.Used < e.Uses && e.ExpiresOn >= today)
            .Join(db.Rewards, e => e.RewardId, r => r.Id, (entitlement, reward) => new { entitlement, reward })
            .OrderBy(r => r.entitlement.ExpiresOn).ToListAsync(cancel);
        Guid[] ids = [.. found.Select(r => r.entitlement.Id)];
        var bookings = (await db.ServiceBookings.AsNoTracking()
            .Where(b => EF.Parameter(ids).Contains(b.EntitlementId) && b.State == ServiceBookingState.Booked && b.On >= today)
            .OrderBy(b => b.On).ThenBy(b => b.Time).ToListAsync(cancel)).ToLookup(b => b.EntitlementId);
        return new Result([.. found.Select(r => RowOf(r.entitlement, r.reward, bookings[r.entitlement.Id]))]);
    }

    private Row RowOf(Entitlement e, Reward reward, IEnumerable<ServiceBooking> bookings) => new(
        e.Id, reward.Code, CatalogueShelf.TermsOf(reward).Name, e.Uses, e.Used, e.ValidFrom, e.ExpiresOn,
        [.. bookings.Select(b => BookingView.Of(b, brands.FindStore(b.StoreId)?.Code))]);

    internal sealed record Input([property: Personal] string Member) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    internal sealed record Result(IReadOnlyList<Row> Entitlements);

    /// <param name="Reward">Code of the reward that gave it.</param>
    /// <param name="ExpiresOn">Last day.</param>
    /// <param name="Bookings">From today on, the next one first.</param>
    internal sealed record Row(
        Guid Entitlement,
        string Reward,
        LocalName Name,
        int Uses,
        int Used,
        DateOnly ValidFrom,
        DateOnly ExpiresOn,
        IReadOnlyList<BookingView> Bookings);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
