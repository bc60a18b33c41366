using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Unexpected;

/// <summary>Money that has arrived online and that no order waits for, the latest first.</summary>
[Needs(SalesPermissions.ViewFinance)]
internal sealed class FindUnexpectedPayments(StoredValueDb db, UnexpectedPaymentViews views)
    : Query<FindUnexpectedPayments.Input, PageOf<UnexpectedPaymentView>>
{
    protected override async Task<PageOf<UnexpectedPaymentView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.UnexpectedPayments.AsNoTracking().Where(p => p.Cause != UnexpectedCause.Expected);
        if (input.State is UnexpectedState.Assigned or UnexpectedState.Withdrawn)
        {
            var cause = input.State == UnexpectedState.Assigned ? UnexpectedCause.ToldLater : UnexpectedCause.Mistaken;
            found = found.Where(p => p.Cause == cause);
        }
        else if (input.State is { } state)
        {
            var (asked, returned) = (state == UnexpectedState.Asked, state == UnexpectedState.Returned);
            found = db.UnexpectedMoney.AsNoTracking().Where(p =>
                db.PaymentReturns.Any(r => r.PaymentId == p.Id && r.State == ClosingState.Requested) == asked
                && db.PaymentReturns.Any(r => r.PaymentId == p.Id && r.State == ClosingState.Approved) == returned);
        }

        if (input.From is { } from) found = found.Where(p => p.On >= from);
        if (input.To is { } to) found = found.Where(p => p.On <= to);
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(p => p.At < after.At || (p.At == after.At && p.Id < after.Payment));
        var rows = await found.OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Take(input.Size + 1).ToListAsync(cancel);
        var shown = (await views.OfAsync(rows, cancel)).ToDictionary(v => v.UnexpectedPayment);
        return PageOf<UnexpectedPaymentView>.Of(rows, input.Size, p => new Place(p.At, p.Id), p => shown[p.Id]);
    }

    private sealed record Place(DateTime At, Guid Payment);

    internal sealed record Input : IInput<PageOf<UnexpectedPaymentView>>
    {
        public UnexpectedState? State { get; init; }

        /// <summary>First business day of arrival.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last business day of arrival.</summary>
        public DateOnly? To { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.State).IsInEnum();
            RuleFor(i => i.From).IsPossible();
            RuleFor(i => i.To).IsPossible();
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
