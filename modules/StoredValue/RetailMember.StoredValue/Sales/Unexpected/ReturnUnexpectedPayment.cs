using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Unexpected;

/// <summary>
/// Asks for an unexpected payment to go back, all of it: by the way in which it came, or to an account of whose order it
/// named; where it named none that is paid online, to an account of whoever showed that it is his. Somebody decides who
/// neither asked nor said that the money is here.
/// </summary>
[Needs(SalesPermissions.ConfirmPayments)]
internal sealed class ReturnUnexpectedPayment(
    StoredValueDb db, UnexpectedPayments payments, UnexpectedPaymentViews views, SaleBook book, IMemberNames names)
    : UseCase<ReturnUnexpectedPayment.Input, UnexpectedPaymentView>
{
    protected override async Task<UnexpectedPaymentView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var payment = await payments.HoldAsync(input.UnexpectedPayment, cancel);
        await payments.RequireOpenAsync(payment, cancel);
        // Whose money names no order that could be paid so, nobody knows: whoever asks has seen a document.
        var holder = payment.IsOfHolder
            ? await db.CardSales.AsNoTracking().Where(s => s.Id == payment.SaleId).Select(s => s.MemberId).SingleAsync(cancel)
            : null;
        await names.RequireOwnAccountAsync(holder, input.AccountName, cancel);
        var asked = new PaymentReturn
        {
            BrandId = payment.BrandId, PaymentId = payment.Id, MemberId = holder, Fen = payment.Fen, Reason = input.Reason,
            Payout = input.ToPayout(), RequestedBy = call.Caller.Name, RequestedById = call.Caller.Id, RequestedAt = call.At,
        };
        if (book.OneMayDoAll(payment.BrandId))
        {
            asked.Payout.PaidUnder(input.PayoutReference, needed: true);
            asked.ApproveAtOnce(call);
        }

        db.PaymentReturns.Add(asked);
        await db.SaveChangesAsync(cancel);
        return (await views.OfAsync([payment], cancel))[0];
    }

    internal sealed record Input(Guid UnexpectedPayment, string Reason) : IInput<UnexpectedPaymentView>, IKeyed, IPayoutForm
    {
        /// <summary>Drawn by whoever asks; the same key asks once.</summary>
        public required string Key { get; init; }

        /// <summary>To an account, or as it was paid.</summary>
        public PayoutWay Payout { get; init; } = PayoutWay.AsPaid;

        /// <summary>Which document was seen; needed for a payment to an account.</summary>
        public string? IdentityCheck { get; init; }

        /// <summary>In whose name the account is: that of whose order it is, where that is known.</summary>
        [Personal]
        public string? AccountName { get; init; }

        [Personal]
        public string? AccountNo { get; init; }

        /// <summary>Number of the transfer or of the reversal; needed where the brand lets one person do all.</summary>
        public string? PayoutReference { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.Payout).NotEqual(PayoutWay.Cash).WithErrorCode("storedvalue.payout-not-in-cash");
            RuleFor(i => i.PayoutReference).MaximumLength(SalesTables.NameLength);
            this.AddPayoutRules();
        }
    }
}

/// <summary>
/// Approves or declines that an unexpected payment goes back: somebody who neither asked for it nor said that the money is
/// here. Approved, it is paid at once, and it says by which number.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class DecideUnexpectedReturn(
    StoredValueDb db, UnexpectedPayments payments, UnexpectedPaymentViews views)
    : UseCase<DecideUnexpectedReturn.Input, UnexpectedPaymentView>
{
    protected override async Task<UnexpectedPaymentView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var payment = await payments.HoldToDecideAsync(input.UnexpectedPayment, call, cancel);
        var asked = await payments.WaitingAsync(payment.Id, cancel)
            ?? throw new Refusal("storedvalue.refund-not-requested", RefusalKind.Conflict);
        if (payment.ReportedBy == call.Caller.Name)
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        asked.Decide(input.Approve, input.Decision, call);
        if (input.Approve) asked.Payout.PaidUnder(input.PayoutReference, needed: true);
        await db.SaveChangesAsync(cancel);
        return (await views.OfAsync([payment], cancel))[0];
    }

    /// <param name="Decision">Why.</param>
    /// <param name="PayoutReference">Number of the transfer or of the reversal.</param>
    internal sealed record Input(Guid UnexpectedPayment, bool Approve, string Decision, string? PayoutReference = null)
        : IInput<UnexpectedPaymentView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Decision).NotEmpty().MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.PayoutReference).MaximumLength(SalesTables.NameLength);
        }
    }
}
