using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Gives a sale up that is not loaded. Where money is there, this asks for it to go back: by the way in which it came, or to
/// an account of the buyer's, and somebody decides who neither asked nor sold nor took it. A cheque that has not cleared is
/// handed back by whoever may take money at this store, never of a sale of his own, and never by who took it. A person who
/// does not see all sales gives up his own alone: nobody ends a rival's.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class CancelSale(SaleBook book, SaleCancellations cancellations, SaleViews views, IMemberNames names)
    : UseCase<CancelSale.Input, CancelSale.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.SellCards, call, cancel);
        if (!SaleBook.Sees(sale, call)) throw SaleBook.NotFound(input.Sale);
        SaleBook.Require(sale, SaleState.Draft, SaleState.AwaitsCheque, SaleState.Paid);
        if (sale.State == SaleState.AwaitsCheque) RequireMayReturnCheque(sale, call);
        if (sale.State != SaleState.Paid)
        {
            SaleCancellations.End(sale, input.Reason, call);
            return new Result(await views.OfAsync(sale, cancel), null);
        }

        RequireWay(sale, input);
        await names.RequireOwnAccountAsync(sale.MemberId, input.AccountName, cancel);
        var asked = await cancellations.AskAsync(sale, input.ToPayout(), input.Reason, call, cancel);
        if (book.OneMayDoAll(sale.BrandId)) SaleCancellations.PayBack(sale, asked, call);
        return new Result(await views.OfAsync(sale, cancel), SaleRefundView.Of(asked));
    }

    /// <summary>What the bank has paid for a cheque is no piece of paper that one could hand back.</summary>
    private static void RequireWay(CardSale sale, Input input)
    {
        if (sale.Tender == SaleTender.Cheque && input.Payout == PayoutWay.AsPaid)
            throw Refusal.Invalid("payout", "storedvalue.cheque-goes-to-account");
    }

    private void RequireMayReturnCheque(CardSale sale, CallContext call)
    {
        if (!SaleBook.Reaches(sale, SalesPermissions.TakePayments, call))
            throw new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", SalesPermissions.TakePayments));
        book.RequireSecondPerson(sale, call.Caller, "storedvalue.second-person-needed");
        book.RequireOtherThanPayee(sale, call.Caller);
    }

    internal sealed record Input(long Sale, string Reason) : IInput<Result>, IKeyed, IPayoutForm
    {
        /// <summary>Drawn by whoever asks: the same key asks once, another one asks again after a refusal.</summary>
        public required string Key { get; init; }

        /// <summary>How money goes back that is there: to an account, or as it was paid.</summary>
        public PayoutWay Payout { get; init; } = PayoutWay.AsPaid;

        /// <summary>Which document was seen; needed for a payment to an account.</summary>
        public string? IdentityCheck { get; init; }

        /// <summary>In whose name the account is: the buyer's.</summary>
        [Personal]
        public string? AccountName { get; init; }

        [Personal]
        public string? AccountNo { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="RefundRequest">What somebody else must decide on first; left out: nothing was paid.</param>
    internal sealed record Result(SaleView CardSale, SaleRefundView? RefundRequest);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.Payout).NotEqual(PayoutWay.Cash).WithErrorCode("storedvalue.payout-not-in-cash");
            this.AddPayoutRules();
        }
    }
}

/// <summary>
/// Approves or declines that a sale is cancelled that is paid and on no card yet: somebody who neither asked for it, nor
/// sold, nor took the money. Approved, the money goes back at once, and it says by which number where it is no cash.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class DecideCancellation(SaleBook book, SaleCancellations cancellations)
    : UseCase<DecideCancellation.Input, SaleRefundView>
{
    protected override async Task<SaleRefundView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, StoredValuePermissions.ApproveClosings, call, cancel);
        SaleBook.Require(sale, SaleState.Paid);
        if (sale.IsSoldBy(call.Caller) || sale.IsPaidTo(call.Caller.Name))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        var asked = await cancellations.WaitingAsync(sale.Id, cancel)
            ?? throw new Refusal("storedvalue.refund-not-requested", RefusalKind.Conflict);
        asked.Decide(input.Approve, input.Decision, call);
        if (!input.Approve) return SaleRefundView.Of(asked);
        if (sale.MemberId != asked.MemberId) throw new Refusal("storedvalue.closing-changed", RefusalKind.Conflict);
        asked.Payout.PaidUnder(input.PayoutReference, needed: asked.Payout.Way != PayoutWay.AsPaid || sale.Tender != SaleTender.Cash);
        SaleCancellations.End(sale, asked.Reason, call);
        return SaleRefundView.Of(asked);
    }

    /// <param name="Decision">Why.</param>
    /// <param name="PayoutReference">Number of the transfer or of the reversal; not needed for cash.</param>
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

/// <summary>Sales that are given up before they are on a card.</summary>
internal sealed class SaleCancellations(StoredValueDb db)
{
    /// <summary>Asks for the money of a paid sale to go back, once at a time; the sale is locked.</summary>
    public async Task<SaleRefund> AskAsync(CardSale sale, Payout payout, string reason, CallContext call, CancellationToken cancel)
    {
        await RequireNoneAsync(sale.Id, cancel);
        var asked = SaleRefund.Of(sale, sale.MemberId, new(sale.PrincipalFen, 0), payout, reason, call);
        db.SaleRefunds.Add(asked);
        return asked;
    }

    /// <summary>Refuses what cannot be while somebody must decide whether the money goes back.</summary>
    public async Task RequireNoneAsync(long sale, CancellationToken cancel)
    {
        if (await WaitingAsync(sale, cancel) is not null)
            throw new Refusal("storedvalue.refund-requested-already", RefusalKind.Conflict);
    }

    public Task<SaleRefund?> WaitingAsync(long sale, CancellationToken cancel) =>
        db.SaleRefunds.SingleOrDefaultAsync(r => r.SaleId == sale && r.State == ClosingState.Requested, cancel);

    /// <summary>The brand is so small that nobody else decides.</summary>
    public static void PayBack(CardSale sale, SaleRefund asked, CallContext call)
    {
        asked.ApproveAtOnce(call);
        End(sale, asked.Reason, call);
    }

    public static void End(CardSale sale, string reason, CallContext call)
    {
        if (sale.State == SaleState.Paid) sale.RefundedFen = sale.PrincipalFen;
        sale.State = SaleState.Cancelled;
        (sale.EndedBy, sale.EndedAt, sale.EndedWhy) = (call.Caller.Name, call.At, reason);
    }
}
