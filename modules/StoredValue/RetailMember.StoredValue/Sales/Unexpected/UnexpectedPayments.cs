using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Unexpected;

/// <summary>Writes down money that no order waits for, and fetches it to be paid back.</summary>
internal sealed class UnexpectedPayments(StoredValueDb db, IRows rows, DataSession session)
{
    /// <summary>Why an order does not wait for this money; null: it does.</summary>
    public static UnexpectedCause? CauseOf(CardSale sale, Money paid) => sale.State switch
    {
        _ when sale.Tender != SaleTender.Online => UnexpectedCause.NotOnline,
        SaleState.Draft when paid.Fen == sale.PrincipalFen => null,
        SaleState.Draft => UnexpectedCause.OtherAmount,
        // An order that was paid and cancelled afterwards has its own money back.
        SaleState.Cancelled => UnexpectedCause.OrderCancelled,
        _ => UnexpectedCause.PaidBefore,
    };

    /// <param name="sale">Locked; null: there is no order of the number.</param>
    /// <param name="told">What has arrived.</param>
    /// <param name="cause">Why it is not expected.</param>
    /// <param name="call">Who says so.</param>
    public UnexpectedPayment Record(CardSale? sale, ConfirmOnlinePayment.Input told, UnexpectedCause cause, CallContext call)
    {
        var payment = new UnexpectedPayment
        {
            BrandId = call.RequiredBrand.Id, OrderNo = told.Sale, SaleId = sale?.Id, StoreId = sale?.StoreId,
            Reference = told.Transaction, Fen = told.Paid.Fen, Cause = cause,
            At = call.At, On = call.RequiredBrand.DateOf(call.At), ReportedBy = call.Caller.Name,
        };
        db.UnexpectedPayments.Add(payment);
        return payment;
    }

    /// <summary>Locked, so that one request at a time is written for it and decided once.</summary>
    public async Task<UnexpectedPayment> HoldAsync(Guid payment, CancellationToken cancel) =>
        (await rows.LockAsync<UnexpectedPayment, Guid>(p => p.Id, [payment], cancel)).Find(p => p.BrandId == session.Brand)
        ?? throw new Refusal("storedvalue.unexpected-payment-not-found", RefusalKind.NotFound);

    public Task<PaymentReturn?> WaitingAsync(Guid payment, CancellationToken cancel) =>
        db.PaymentReturns.SingleOrDefaultAsync(r => r.PaymentId == payment && r.State == ClosingState.Requested, cancel);

    /// <summary>Refuses what was paid back, or somebody has asked for already.</summary>
    public async Task RequireOpenAsync(Guid payment, CancellationToken cancel)
    {
        var standing = await db.PaymentReturns.AsNoTracking().Where(r => r.PaymentId == payment && r.State != ClosingState.Declined)
            .Select(r => (ClosingState?)r.State).FirstOrDefaultAsync(cancel);
        if (standing == ClosingState.Approved) throw new Refusal("storedvalue.unexpected-payment-returned", RefusalKind.Conflict);
        if (standing is not null) throw new Refusal("storedvalue.refund-requested-already", RefusalKind.Conflict);
    }
}
