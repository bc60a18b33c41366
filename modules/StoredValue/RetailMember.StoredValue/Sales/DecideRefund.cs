using FluentValidation;
using RetailMember.StoredValue.Closings;
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
internal sealed class DecideRefund(SaleReturns returns, SaleCancellations requests) : UseCase<DecideRefund.Input, SaleRefundView>
{
    protected override async Task<SaleRefundView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var it = await returns.OpenAsync(input.Sale, StoredValuePermissions.ApproveClosings, forCash: false, call, cancel);
        if (input.Approve) await returns.RequireReturnableAsync(it, cancel);
        var asked = await requests.WaitingAsync(it.Sale.Id, cancel)
            ?? throw new Refusal("storedvalue.refund-not-requested", RefusalKind.Conflict);
        asked.Decide(input.Approve, input.Decision, call);
        if (!input.Approve) return SaleRefundView.Of(asked);
        if (it.Card.Card.MemberId != asked.MemberId)
            throw new Refusal("storedvalue.closing-changed", RefusalKind.Conflict);
        if (it.Left.PrincipalFen > asked.PrincipalFen)
            throw new Refusal("storedvalue.refund-has-grown", RefusalKind.Conflict, ("asked", new Money(asked.PrincipalFen)));
        var paid = await returns.PayOutAsync(it, asked.Reason, call, cancel);
        (asked.PrincipalFen, asked.BonusFen) = (paid.PrincipalFen, paid.BonusFen);
        asked.Payout.PaidUnder(input.PayoutReference, needed: asked.Payout.Way == PayoutWay.BankAccount);
        return SaleRefundView.Of(asked);
    }

    /// <param name="Decision">Why.</param>
    /// <param name="PayoutReference">Number of the transfer.</param>
    internal sealed record Input(long Sale, bool Approve, string Decision, string? PayoutReference = null) : IInput<SaleRefundView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Decision).NotEmpty().MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.PayoutReference).MaximumLength(SalesTables.NameLength);
        }
    }
}

/// <summary>A request to take a sale back, or to pay back money that no sale waited for.</summary>
/// <param name="IdentityCheck">How the buyer has proven who he is.</param>
/// <param name="PaidOut">Yuan of principal: as it was asked for; once approved, what is paid.</param>
/// <param name="Cancelled">Yuan of bonus.</param>
/// <param name="AccountTail">The last digits of the account.</param>
/// <param name="PayoutReference">Number of the transfer or of the reversal.</param>
internal sealed record SaleRefundView(
    ClosingState State, string Reason, string IdentityCheck, PayoutWay Payout, string? AccountName, string? AccountTail,
    string? PayoutReference, Money PaidOut, Money Cancelled, string RequestedBy, DateTime RequestedAt,
    string? DecidedBy, DateTime? DecidedAt, string? Decision)
{
    public static SaleRefundView Of(SaleRefund r) => new(
        r.State, r.Reason, r.Payout.IdentityCheck, r.Payout.Way, r.Payout.AccountName, r.Payout.AccountTail, r.Payout.Reference,
        new Money(r.PrincipalFen), new Money(r.BonusFen), r.RequestedBy, r.RequestedAt, r.DecidedBy, r.DecidedAt, r.Decision);

    public static SaleRefundView Of(PaymentReturn r) => new(
        r.State, r.Reason, r.Payout.IdentityCheck, r.Payout.Way, r.Payout.AccountName, r.Payout.AccountTail, r.Payout.Reference,
        new Money(r.Fen), new Money(0), r.RequestedBy, r.RequestedAt, r.DecidedBy, r.DecidedAt, r.Decision);
}
