using RetailMember.Data;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Gives what needs no hand-out: vouchers, entitlements, rights. What cannot be given undoes its redemption wholly.
/// </summary>
internal sealed class Delivery(IVouchers vouchers, IRows rows, OfferedRights rights)
{
    /// <summary>The business key of an order's voucher.</summary>
    public static string VoucherKey(RewardOrder order) => $"order/{order.Id:N}";

    public async Task DeliverAsync(IReadOnlyList<Delivered> delivered, CancellationToken cancel)
    {
        var byKind = delivered.ToLookup(d => d.Terms.Kind);
        await IssueAsync([.. byKind[RewardKind.Coupon]], cancel);
        await rows.InsertAsync([.. byKind[RewardKind.Service].Select(EntitlementOf)], cancel);
        foreach (var one in byKind[RewardKind.Right]) await GrantAsync(one, cancel);
    }

    private async Task IssueAsync(Delivered[] coupons, CancellationToken cancel)
    {
        if (coupons.Length == 0) return;
        var outcomes = await vouchers.IssueAsync(
            [.. coupons.Select(d => new VoucherIssue(
                VoucherKey(d.Order), d.Terms.VoucherDefinition!, d.Order.MemberId, d.Reward, d.Occasion))],
            cancel);
        for (var i = 0; i < coupons.Length; i++)
            if (outcomes[i].Refusal is { } code)
                throw new Refusal(code, RefusalKind.Conflict, ("definition", coupons[i].Terms.VoucherDefinition));
    }

    private async Task GrantAsync(Delivered delivered, CancellationToken cancel)
    {
        var (name, parameter) = delivered.Terms.Right!;
        var right = rights.Find(name, delivered.Occasion.StoreId)
            ?? throw new Refusal("redemption.right-not-found", RefusalKind.NotFound, ("right", name));
        var order = delivered.Order;
        var grant = new RightGrant(order.MemberId, parameter, order.Id, order.OrderedOn);
        if (await right.GrantAsync(grant, cancel) is { } code) throw new Refusal(code, RefusalKind.Conflict);
    }

    private static Entitlement EntitlementOf(Delivered delivered)
    {
        var (order, service) = (delivered.Order, delivered.Terms.Service!);
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

/// <summary>An order that gives something.</summary>
/// <param name="Reward">Its code.</param>
internal sealed record Delivered(RewardOrder Order, string Reward, RewardTerms Terms, VoucherOccasion Occasion);
