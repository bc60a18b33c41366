using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>
/// Approves that a benefit was not had after all: the member may have it again in that period, and the voucher that it gave
/// is revoked, as long as he has not used it. Whoever served him does not approve.
/// </summary>
[Needs(RedemptionPermissions.ReturnOrders)]
internal sealed class TakeBackBenefit(
    IRows rows, DataSession session, OrderReach reach, VoucherRevoker vouchers, Quotas quotas, IMemberNumbers numbers)
    : UseCase<TakeBackBenefit.Input, TakeBackBenefit.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var use = (await rows.LockAsync<BenefitUse, long>(u => u.Id, [input.Use], cancel))
            .SingleOrDefault(u => u.BrandId == session.Brand)
            ?? throw new Refusal("redemption.benefit-use-not-found", RefusalKind.NotFound);
        if (use.TakenBackAt is not null) throw new Refusal("redemption.benefit-use-taken-back", RefusalKind.Conflict);
        if (call.Store is null) reach.RefuseUnlessCovered(use.StoreId, RedemptionPermissions.ReturnOrders, call);
        call.Store?.RefuseUnlessOpenAt(call.At);
        if (call.Caller.Name == use.Operator) throw new Refusal("redemption.second-person-needed", RefusalKind.Forbidden);
        await RevokeAsync(use, input.Reason, call, cancel);
        var counter = new QuotaKey(use.MemberId, use.BenefitId, use.Period);
        var book = await quotas.OpenAsync([counter], cancel);
        book.GiveBack(counter, 1);
        await book.SaveAsync(cancel);
        (use.TakenBackAt, use.TakenBackBy, use.TakenBackFor) = (call.At, call.Caller.Name, input.Reason);
        await rows.UpdateAsync([use], BenefitUse.Moving, cancel);
        return new Result(use.Id, (await numbers.OfAsync([use.MemberId], cancel)).GetValueOrDefault(use.MemberId), use.VoucherId);
    }

    private async Task RevokeAsync(BenefitUse use, string reason, CallContext call, CancellationToken cancel)
    {
        if (use.VoucherId is not { } voucher) return;
        var revocation = new VoucherRevocation("", reason, call.Occasion()) { OnlyUnused = true, Holder = use.MemberId };
        if ((await vouchers.RevokeAsync([(voucher, revocation)], cancel))[0].Refusal is not null)
            throw new Refusal("redemption.benefit-voucher-was-used", RefusalKind.Conflict);
    }

    /// <param name="Use">As the history of the benefit numbers it.</param>
    /// <param name="StoreCode">Where it is taken back; left out: at the store that served.</param>
    internal sealed record Input(long Use, string Reason, string? StoreCode = null) : IInput<Result>, IAtStore;

    /// <param name="Voucher">That was revoked.</param>
    internal sealed record Result(long Use, string? MemberNo, Guid? Voucher);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
    }
}
