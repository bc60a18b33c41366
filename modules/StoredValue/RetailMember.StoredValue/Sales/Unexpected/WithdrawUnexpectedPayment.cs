using FluentValidation;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Unexpected;

/// <summary>
/// Says that an unexpected payment never was there: one of the staff wrote it down by mistake. Done by somebody else, unless the
/// brand is so small that one does all, and not while somebody has asked for it to go back. Told again, its number counts anew.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class WithdrawUnexpectedPayment(
    StoredValueDb db, UnexpectedPayments payments, UnexpectedPaymentViews views, SaleBook book, IStaff staff)
    : UseCase<WithdrawUnexpectedPayment.Input, UnexpectedPaymentView>
{
    protected override async Task<UnexpectedPaymentView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var payment = await payments.HoldToDecideAsync(input.UnexpectedPayment, call, cancel);
        // What the provider has told is here, whatever anybody says.
        if (staff.Find(payment.ReportedBy) is null) throw new Refusal("storedvalue.payment-told-by-provider", RefusalKind.Conflict);
        if (payment.ReportedBy == call.Caller.Name && !book.OneMayDoAll(payment.BrandId))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        await payments.RequireOpenAsync(payment, cancel);
        db.UnexpectedPayments.Attach(payment);
        payment.Cause = UnexpectedCause.Mistaken;
        await db.SaveChangesAsync(cancel);
        return (await views.OfAsync([payment], cancel))[0];
    }

    /// <param name="Reason">What shows that there is no such money.</param>
    internal sealed record Input(Guid UnexpectedPayment, string Reason) : IInput<UnexpectedPaymentView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}
