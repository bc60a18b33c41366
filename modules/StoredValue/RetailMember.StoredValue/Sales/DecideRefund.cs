using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Approves or declines that a sale is taken back, which somebody else has asked for. Approved, no more is paid out than he
/// saw; what was spent meanwhile is not paid, and whoever holds the card must be who held it. It may be declined
/// whatever became of the card.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class DecideRefund(StoredValueDb db, SaleReturns returns) : UseCase<DecideRefund.Input, SaleRefundView>
{
    protected override async Task<SaleRefundView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var it = await returns.OpenAsync(input.Sale, StoredValuePermissions.ApproveClosings, call, cancel);
        if (input.Approve) await returns.RequireReturnableAsync(it, cancel);
        var asked = await db.SaleRefunds.SingleOrDefaultAsync(
            r => r.SaleId == it.Sale.Id && r.State == ClosingState.Requested, cancel)
            ?? throw new Refusal("storedvalue.refund-not-requested", RefusalKind.Conflict);
        if (asked.RequestedBy == call.Caller.Name || (asked.RequestedById is { } by && by == call.Caller.Id))
            throw new Refusal("storedvalue.decide-own-request", RefusalKind.Conflict);
        (asked.DecidedBy, asked.DecidedAt, asked.Decision) = (call.Caller.Name, call.At, input.Decision);
        asked.State = input.Approve ? ClosingState.Approved : ClosingState.Declined;
        if (!input.Approve) return SaleRefundView.Of(asked);
        if (it.Card.Card.MemberId != asked.MemberId)
            throw new Refusal("storedvalue.closing-changed", RefusalKind.Conflict);
        if (it.Left.PrincipalFen > asked.PrincipalFen)
            throw new Refusal("storedvalue.refund-has-grown", RefusalKind.Conflict, ("asked", new Money(asked.PrincipalFen)));
        var paid = await returns.PayOutAsync(it, asked.Reason, call, cancel);
        (asked.PrincipalFen, asked.BonusFen) = (paid.PrincipalFen, paid.BonusFen);
        return SaleRefundView.Of(asked);
    }

    /// <param name="Decision">Why.</param>
    internal sealed record Input(long Sale, bool Approve, string Decision) : IInput<SaleRefundView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Decision).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}

/// <summary>A request to take a sale back.</summary>
/// <param name="IdentityCheck">How the buyer has proven who he is.</param>
/// <param name="PaidOut">Yuan of principal: as it was asked for; once approved, what is paid.</param>
/// <param name="Cancelled">Yuan of bonus.</param>
/// <param name="AccountTail">The last digits of the account.</param>
internal sealed record SaleRefundView(
    ClosingState State, string Reason, string IdentityCheck, PayoutWay Payout, string? AccountName, string? AccountTail, Money PaidOut,
    Money Cancelled, string RequestedBy, DateTime RequestedAt, string? DecidedBy, DateTime? DecidedAt, string? Decision)
{
    private const int Tail = 4;

    public static SaleRefundView Of(SaleRefund r) => new(
        r.State, r.Reason, r.IdentityCheck, r.Payout, r.AccountName, r.AccountNo is { Length: > Tail } no ? no[^Tail..] : r.AccountNo,
        new Money(r.PrincipalFen), new Money(r.BonusFen), r.RequestedBy, r.RequestedAt, r.DecidedBy, r.DecidedAt, r.Decision);
}
