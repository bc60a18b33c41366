using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders.Services;

/// <summary>A service that a member is entitled to: what is left of it, what is booked, and each time that it was had.</summary>
[Needs(RedemptionPermissions.ViewOrders)]
internal sealed class ReadEntitlement(RedemptionDb db, ServiceDesk desk, IBrandDirectory brands)
    : Query<ReadEntitlement.Input, ReadEntitlement.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var service = await desk.ReadAsync(input.Entitlement, cancel);
        var e = service.Entitlement;
        var bookings = await db.ServiceBookings.AsNoTracking().Where(b => b.EntitlementId == e.Id)
            .OrderByDescending(b => b.On).ThenByDescending(b => b.Id).ToListAsync(cancel);
        var uses = await db.EntitlementUses.AsNoTracking().Where(u => u.EntitlementId == e.Id)
            .OrderByDescending(u => u.Id).ToListAsync(cancel);
        return new Result(
            e.Id, service.Member?.MemberNo, service.Reward, service.Terms.Name, e.Uses, e.Used, service.UsesLeft,
            e.PaceMost, e.PaceMost is null ? null : e.PacePeriod,
            await PaceLeftAsync(service, call.RequiredBrand.DateOf(call.At), cancel), e.ValidFrom, e.ExpiresOn, e.Revoked,
            service.PerDay, service.Terms.Stores,
            [.. bookings.Select(b => BookingView.Of(b, StoreOf(b.StoreId)))],
            [.. uses.Select(u => new Use(StoreOf(u.StoreId), u.Operator, u.Note, u.At))]);
    }

    private string? StoreOf(int id) => brands.FindStore(id)?.Code;

    private async Task<long?> PaceLeftAsync(ServiceAtHand service, DateOnly today, CancellationToken cancel)
    {
        if (service.PaceOn(today) is not { } key) return null;
        var had = await db.Quotas.AsNoTracking()
            .Where(q => q.MemberId == key.Member && q.Subject == key.Subject && q.Period == key.Period)
            .Select(q => q.Taken).SingleOrDefaultAsync(cancel);
        return service.Entitlement.PaceMost - had;
    }

    internal sealed record Input(Guid Entitlement) : IInput<Result>;

    /// <param name="Reward">Its code.</param>
    /// <param name="UsesLeft">In all its days.</param>
    /// <param name="PaceMost">In a period; null where the member may come as often as he likes.</param>
    /// <param name="PaceLeft">In the present period.</param>
    /// <param name="ExpiresOn">Last day.</param>
    /// <param name="PerDay">Places of a store on a day; null where nobody books.</param>
    /// <param name="Stores">Codes of the stores that have it; empty: all.</param>
    /// <param name="Bookings">The latest day first.</param>
    /// <param name="History">Each time that it was had, the latest first.</param>
    internal sealed record Result(
        Guid Entitlement,
        string? MemberNo,
        string Reward,
        LocalName Name,
        int Uses,
        int Used,
        int UsesLeft,
        int? PaceMost,
        LimitPeriod? PacePeriod,
        long? PaceLeft,
        DateOnly ValidFrom,
        DateOnly ExpiresOn,
        bool Revoked,
        int? PerDay,
        IReadOnlyList<string> Stores,
        IReadOnlyList<BookingView> Bookings,
        IReadOnlyList<Use> History);

    /// <param name="Note">How the member was known.</param>
    internal sealed record Use(string? StoreCode, string Operator, string Note, DateTime At);
}
