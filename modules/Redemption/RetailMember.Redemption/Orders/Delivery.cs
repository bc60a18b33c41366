using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Gives what needs no hand-out: vouchers, entitlements, rights. What cannot be given undoes its redemption wholly.
/// </summary>
internal sealed class Delivery(IVouchers vouchers, IRows rows, IEnumerable<IRewardRight> rights)
{
    /// <summary>The business key of an order's voucher.</summary>
    public static string VoucherKey(RewardOrder order) => $"order/{order.Id:N}";

    public async Task DeliverAsync(IReadOnlyList<RedemptionUnderway> redemptions, CancellationToken cancel)
    {
        var byKind = redemptions.ToLookup(r => r.Offer.Terms.Kind);
        await IssueAsync([.. byKind[RewardKind.Coupon]], cancel);
        await rows.InsertAsync([.. byKind[RewardKind.Service].Select(EntitlementOf)], cancel);
        foreach (var redemption in byKind[RewardKind.Right]) await GrantAsync(redemption, cancel);
    }

    private async Task IssueAsync(RedemptionUnderway[] coupons, CancellationToken cancel)
    {
        if (coupons.Length == 0) return;
        var outcomes = await vouchers.IssueAsync(
            [.. coupons.Select(r => new VoucherIssue(
                VoucherKey(r.Order), r.Offer.Terms.VoucherDefinition!, r.Member.Id, r.Offer.Code, r.Call.Occasion()))],
            cancel);
        for (var i = 0; i < coupons.Length; i++)
            if (outcomes[i].Refusal is { } code)
                throw new Refusal(code, RefusalKind.Conflict, ("definition", coupons[i].Offer.Terms.VoucherDefinition));
    }

    private async Task GrantAsync(RedemptionUnderway redemption, CancellationToken cancel)
    {
        var (name, parameter) = redemption.Offer.Terms.Right!;
        var right = rights.SingleOrDefault(r => r.Name == name)
            ?? throw new Refusal("redemption.right-not-found", RefusalKind.NotFound, ("right", name));
        var grant = new RightGrant(redemption.Member.Id, parameter, redemption.Order.Id, redemption.Order.OrderedOn);
        if (await right.GrantAsync(grant, cancel) is { } code) throw new Refusal(code, RefusalKind.Conflict);
    }

    private static Entitlement EntitlementOf(RedemptionUnderway redemption)
    {
        var (order, service) = (redemption.Order, redemption.Offer.Terms.Service!);
        return new Entitlement
        {
            Id = order.Id,
            BrandId = order.BrandId,
            MemberId = order.MemberId,
            RewardId = order.RewardId,
            Uses = service.Uses,
            PaceMost = service.Pace?.Most,
            PacePeriod = service.Pace?.Period ?? LimitPeriod.Ever,
            ValidFrom = order.OrderedOn,
            ExpiresOn = order.OrderedOn.AddDays(service.Days - 1),
        };
    }
}
