using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Unexpected;

/// <summary>Money that has arrived and that no order waits for, as finance reads it.</summary>
/// <param name="SaleNo">The order whose payment it is, or that it names, whether or not there is one; left out: none.</param>
/// <param name="MemberNo">Whose order it is.</param>
/// <param name="Ordered">Yuan that the order is for; left out: there is none.</param>
/// <param name="Arrived">Yuan.</param>
/// <param name="PaymentReference">The provider's number.</param>
/// <param name="ArrivedAt">UTC, when it was told.</param>
/// <param name="ReportedBy">The provider's account, or who has seen the money.</param>
/// <param name="RefundRequest">The latest request to pay it back; left out: none.</param>
internal sealed record UnexpectedPaymentView(
    Guid UnexpectedPayment, long? SaleNo, string? StoreCode, string? MemberNo, Money? Ordered, Money Arrived, UnexpectedCause Cause,
    string PaymentReference, DateTime ArrivedAt, string ReportedBy, SaleRefundView? RefundRequest)
{
    public UnexpectedState State => RefundRequest?.State switch
    {
        _ when Cause == UnexpectedCause.ToldLater => UnexpectedState.Assigned,
        _ when Cause == UnexpectedCause.Mistaken => UnexpectedState.Withdrawn,
        ClosingState.Requested => UnexpectedState.Asked,
        ClosingState.Approved => UnexpectedState.Returned,
        _ => UnexpectedState.Open,
    };
}

/// <summary>What becomes of an unexpected payment.</summary>
internal enum UnexpectedState
{
    /// <summary>Nobody has asked yet for it to go back.</summary>
    Open,

    /// <summary>Somebody must decide.</summary>
    Asked,
    Returned,

    /// <summary>Its order was told afterwards, and is paid by it.</summary>
    Assigned,

    /// <summary>It was written down by mistake.</summary>
    Withdrawn,
}

/// <summary>Says unexpected payments with their orders and what became of them.</summary>
internal sealed class UnexpectedPaymentViews(StoredValueDb db, IMemberNumbers members, IBrandDirectory brands)
{
    public async Task<IReadOnlyList<UnexpectedPaymentView>> OfAsync(
        IReadOnlyList<UnexpectedPayment> payments, CancellationToken cancel)
    {
        long[] orders = [.. payments.Select(p => p.SaleId).OfType<long>().Distinct()];
        Guid[] ids = [.. payments.Select(p => p.Id)];
        var sales = await db.CardSales.AsNoTracking().Where(s => EF.Parameter(orders).Contains(s.Id))
            .Select(s => new { s.Id, s.PrincipalFen, s.MemberId }).ToDictionaryAsync(s => s.Id, cancel);
        var returns = (await db.PaymentReturns.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.PaymentId))
            .OrderBy(r => r.Id).ToListAsync(cancel)).ToLookup(r => r.PaymentId);
        var numbers = await members.OfAsync([.. sales.Values.Select(s => s.MemberId).OfType<Guid>().Distinct()], cancel);
        return
        [
            .. payments.Select(p => (Payment: p, Order: p.SaleId is { } sale ? sales[sale] : null))
                .Select(x => new UnexpectedPaymentView(
                    x.Payment.Id, x.Payment.SaleId ?? (x.Payment.OrderNo == 0 ? null : x.Payment.OrderNo),
                    x.Payment.StoreId is { } store ? brands.FindStore(store)?.Code : null,
                    x.Order?.MemberId is { } member ? numbers.GetValueOrDefault(member) : null,
                    x.Order is { } order ? new Money(order.PrincipalFen) : null, new Money(x.Payment.Fen), x.Payment.Cause,
                    x.Payment.Reference, x.Payment.At, x.Payment.ReportedBy,
                    returns[x.Payment.Id].LastOrDefault() is { } asked ? SaleRefundView.Of(asked) : null)),
        ];
    }
}
