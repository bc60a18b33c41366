using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Notes the expiry of some vouchers: one transaction's share of <see cref="ExpireVouchers"/>.</summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class ExpireSomeVouchers(RedemptionDb db, IRows rows, VoucherHistory history)
    : UseCase<ExpireSomeVouchers.Input, ExpireSomeVouchers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ids = await db.Vouchers
            .Where(v => (v.State == VoucherState.Issued || v.State == VoucherState.PartlyUsed) && v.ExpiresOn < input.AsOf)
            .OrderBy(v => v.Id).Select(v => v.Id).Take(input.Limit).ToListAsync(cancel);

        // Looked at once more under the lock: a return may have been faster.
        List<Voucher> lapsed = [.. (await rows.LockAsync<Voucher, Guid>(v => v.Id, ids, cancel))
            .Where(v => v.State is VoucherState.Issued or VoucherState.PartlyUsed && v.ExpiresOn < input.AsOf)];
        var occasion = call.Occasion();
        List<VoucherMove> moves = [.. lapsed.Select(v =>
            VoucherHistory.Move(v, VoucherMoveKind.Expired, occasion, "expiry", -v.RemainingFen))];
        foreach (var voucher in lapsed) (voucher.State, voucher.RemainingFen) = (VoucherState.Expired, 0);
        await history.WriteAsync(lapsed, moves, cancel);
        return new Result(ids.Count);
    }

    /// <param name="AsOf">Vouchers whose last day is before it expire.</param>
    internal sealed record Input(DateOnly AsOf, int Limit) : IInput<Result>;

    internal sealed record Result(int Vouchers);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 10_000);
    }
}
