using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>
/// Approves or declines what somebody else has asked for. Approved, the card is closed for good with what is on it now,
/// and what hangs on its loads follows.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class DecideClosing(StoredValueDb db, CardBooks books, CardTypeShelf shelf, CardPayout payout)
    : UseCase<DecideClosing.Input, ClosingView>
{
    protected override async Task<ClosingView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await db.CardClosings.Where(c => c.Id == input.Closing).Select(c => c.CardId).SingleOrDefaultAsync(cancel);
        var (book, open) = await books.OpenOneAsync(card, cancel);
        // Read under the card's lock: another decision either stands by now or waits for this one.
        var closing = await db.CardClosings.SingleAsync(c => c.Id == input.Closing, cancel);
        if (closing.State != ClosingState.Requested) throw new Refusal("storedvalue.closing-decided", RefusalKind.Conflict);
        if (closing.RequestedBy == call.Caller.Name || (closing.RequestedById is { } by && by == call.Caller.Id))
            throw new Refusal("storedvalue.decide-own-request", RefusalKind.Conflict);
        (closing.DecidedBy, closing.DecidedAt, closing.Decision) = (call.Caller.Name, call.At, input.Decision);
        closing.State = input.Approve ? ClosingState.Approved : ClosingState.Declined;
        if (!input.Approve) return ClosingView.Of(closing);

        var type = await shelf.InForceAsync(open.Card.TypeId, call.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        ClosingRules.Require(open.Card, type.Terms, closing.Payout);
        var paid = await payout.CloseAsync(book, open, CardOccasion.Of(call), closing.Reason, cancel);
        (closing.PrincipalFen, closing.BonusFen) = (paid.PrincipalFen, paid.BonusFen);
        return ClosingView.Of(closing);
    }

    /// <param name="Decision">Why.</param>
    internal sealed record Input(Guid Closing, bool Approve, string Decision) : IInput<ClosingView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Decision).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
    }
}
