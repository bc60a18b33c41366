using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Takes a sale back while the customer may without a reason: what is left of its principal is paid out, what is left of
/// its bonus is cancelled, and what the seller earned with the principal is taken back. So little that a closed card would
/// pay it in cash is paid at once; more asks for what a closing asks for: who he is, an account in his name, and somebody
/// else's approval. Later a card is closed instead.
/// </summary>
[Needs(SalesPermissions.RefundSales)]
internal sealed class RefundSale(
    StoredValueDb db, SaleReturns returns, SaleCancellations requests, SaleTerms terms, SaleViews views, IMemberNames names,
    CashPayouts cash)
    : UseCase<RefundSale.Input, RefundSale.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var inCash = input.Payout == PayoutWay.Cash;
        var it = await returns.OpenAsync(input.Sale, SalesPermissions.RefundSales, inCash, call, cancel);
        await returns.RequireReturnableAsync(it, cancel);
        var judged = await terms.OfAsync(it.Sale, cancel);
        RequireInTime(it.Sale, judged, call);
        await requests.RequireNoneAsync(it.Sale.Id, cancel);
        if (inCash)
        {
            var holder = it.Card.Card;
            await cash.RequireLittleAsync(new CashPayout(it.Left.PrincipalFen, holder.MemberId, holder.Id), judged, call, cancel);
            Ask(input, it, call).ApproveAtOnce(call);
            var paid = await returns.PayOutAsync(it, input.Reason, call, cancel);
            return new Result(await views.OfAsync(it.Sale, cancel), new Money(paid.PrincipalFen), new Money(paid.BonusFen), null);
        }

        await names.RequireOwnAccountAsync(it.Card.Card.MemberId, input.AccountName, cancel);
        var asked = Ask(input, it, call);
        return new Result(await views.OfAsync(it.Sale, cancel), new Money(0), new Money(0), SaleRefundView.Of(asked));
    }

    private static void RequireInTime(CardSale sale, CardTypeTerms terms, CallContext call)
    {
        var last = CoolingOff.LastDay(sale.DeliveredOn ?? sale.LoadedOn!.Value, terms);
        if (call.RequiredBrand.DateOf(call.At) > last)
            throw new Refusal("storedvalue.cooling-off-over", RefusalKind.Conflict, ("lastDay", last));
    }

    private SaleRefund Ask(Input input, OpenSale it, CallContext call)
    {
        var asked = SaleRefund.Of(it.Sale, it.Card.Card.MemberId, it.Left, input.ToPayout(), input.Reason, call);
        db.SaleRefunds.Add(asked);
        return asked;
    }

    internal sealed record Input(long Sale, string Reason, PayoutWay Payout) : IInput<Result>, IKeyed, IPayoutForm
    {
        /// <summary>Drawn by whoever asks: the same key asks once, another one asks again after a refusal.</summary>
        public required string Key { get; init; }

        /// <summary>Which document was seen; needed for a payment to an account.</summary>
        public string? IdentityCheck { get; init; }

        /// <summary>In whose name the account is: the buyer's.</summary>
        [Personal]
        public string? AccountName { get; init; }

        [Personal]
        public string? AccountNo { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="PaidOut">Yuan to be paid to the customer now.</param>
    /// <param name="BonusCancelled">Yuan.</param>
    /// <param name="RefundRequest">What somebody else must approve first; left out: it is paid.</param>
    internal sealed record Result(SaleView CardSale, Money PaidOut, Money BonusCancelled, SaleRefundView? RefundRequest);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.Payout).NotEqual(PayoutWay.AsPaid).WithErrorCode("storedvalue.payout-not-as-paid");
            this.AddPayoutRules();
        }
    }
}
