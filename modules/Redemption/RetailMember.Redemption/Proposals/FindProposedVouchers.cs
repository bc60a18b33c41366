using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Proposals;

/// <summary>Voucher definitions that modules propose and that the brand has not taken over, by code.</summary>
[Needs(RedemptionPermissions.ViewVouchers)]
internal sealed class FindProposedVouchers(RedemptionDb db, ProposedShelf proposed)
    : Query<FindProposedVouchers.Input, FindProposedVouchers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        proposed.Without<VoucherTerms>(
            call.RequiredBrand, ShelfKind.Voucher, await db.VoucherDefinitions.Select(d => d.Code).ToListAsync(cancel),
            t => t.Name));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<ProposedItem> Proposed);
}
