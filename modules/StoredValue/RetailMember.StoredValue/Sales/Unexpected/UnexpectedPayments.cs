using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Unexpected;

/// <summary>Knows online money by the provider's numbers: what no order waits for is fetched to be paid back.</summary>
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

    /// <summary>
    /// What the provider's number stands for, locked and changed through the context: one row for each, so that however often
    /// and for whatever order it is told, it is one payment. New also where it had been written down by mistake.
    /// </summary>
    public async Task<(UnexpectedPayment Payment, bool IsNew)> ClaimAsync(
        ConfirmOnlinePayment.Input told, CallContext call, CancellationToken cancel)
    {
        var row = new UnexpectedPayment
        {
            BrandId = call.RequiredBrand.Id, Reference = told.Transaction, Cause = UnexpectedCause.Mistaken,
            At = call.At, On = call.RequiredBrand.DateOf(call.At), ReportedBy = call.Caller.Name,
        };
        var first = await rows.InsertMissingAsync([row], cancel) == 1;
        var id = first
            ? row.Id
            : await db.UnexpectedPayments.Where(p => p.Reference == told.Transaction).Select(p => p.Id).SingleAsync(cancel);
        var payment = await HoldAsync(id, cancel);
        db.UnexpectedPayments.Attach(payment);
        return (payment, payment.Cause == UnexpectedCause.Mistaken);
    }

    /// <param name="payment">Held, and new.</param>
    /// <param name="sale">Locked; null: there is no order of the number.</param>
    /// <param name="told">What has arrived.</param>
    /// <param name="cause">Why it is not expected, or that it is.</param>
    /// <param name="call">Who says so.</param>
    public static void Record(
        UnexpectedPayment payment, CardSale? sale, ConfirmOnlinePayment.Input told, UnexpectedCause cause, CallContext call)
    {
        (payment.OrderNo, payment.SaleId, payment.StoreId) = (told.Sale, sale?.Id, sale?.StoreId);
        (payment.Fen, payment.Cause, payment.ReportedBy) = (told.Paid.Fen, cause, call.Caller.Name);
        (payment.At, payment.On) = (call.At, call.RequiredBrand.DateOf(call.At));
    }

    /// <summary>Locked, so that one request at a time is written for it and decided once.</summary>
    public async Task<UnexpectedPayment> HoldAsync(Guid payment, CancellationToken cancel) =>
        (await rows.LockAsync<UnexpectedPayment, Guid>(p => p.Id, [payment], cancel)).Find(p => p.BrandId == session.Brand)
        ?? throw new Refusal("storedvalue.unexpected-payment-not-found", RefusalKind.NotFound);

    public Task<PaymentReturn?> WaitingAsync(Guid payment, CancellationToken cancel) =>
        db.PaymentReturns.SingleOrDefaultAsync(r => r.PaymentId == payment && r.State == ClosingState.Requested, cancel);

    /// <summary>The same for whoever decides on it at some stores alone.</summary>
    public async Task<UnexpectedPayment> HoldToDecideAsync(Guid payment, CallContext call, CancellationToken cancel) =>
        await HoldAsync(payment, cancel) is var held && call.Reaches(StoredValuePermissions.ApproveClosings, held.StoreId)
            ? held
            : throw new Refusal("storedvalue.unexpected-payment-not-found", RefusalKind.NotFound);

    /// <summary>Refuses what is not to be paid back, was paid back, or somebody has asked for already.</summary>
    public async Task RequireOpenAsync(UnexpectedPayment payment, CancellationToken cancel)
    {
        if (payment.IsOfOrder)
            throw new Refusal("storedvalue.payment-is-of-order", RefusalKind.Conflict, ("sale", payment.SaleId));
        if (payment.Cause == UnexpectedCause.Mistaken) throw new Refusal("storedvalue.payment-was-mistaken", RefusalKind.Conflict);
        var standing = await db.PaymentReturns.AsNoTracking()
            .Where(r => r.PaymentId == payment.Id && r.State != ClosingState.Declined)
            .Select(r => (ClosingState?)r.State).FirstOrDefaultAsync(cancel);
        if (standing == ClosingState.Approved) throw new Refusal("storedvalue.unexpected-payment-returned", RefusalKind.Conflict);
        if (standing is not null) throw new Refusal("storedvalue.refund-requested-already", RefusalKind.Conflict);
    }
}
