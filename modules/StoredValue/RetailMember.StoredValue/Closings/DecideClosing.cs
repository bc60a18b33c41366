using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>
/// Approves or declines what somebody else has asked for, at the stores that are his to decide for. Approved, the card is
/// closed for good with what was asked for, and what hangs on its loads follows; who holds it and what is on it must be
/// what they were. What came back to a card after that is owed: it is paid, not declined, and whoever pays it says who the
/// holder is and which account is his where nobody knows that yet.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class DecideClosing(
    StoredValueDb db, CardBooks books, CardTypeShelf shelf, CardPayout payout, IMemberNames names, ClosingViews views)
    : UseCase<DecideClosing.Input, ClosingView>
{
    protected override async Task<ClosingView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asked = await db.CardClosings.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Closing, cancel);
        if (asked is null || !call.Reaches(StoredValuePermissions.ApproveClosings, asked.StoreId))
            throw new Refusal("storedvalue.closing-not-found", RefusalKind.NotFound);
        var (book, open) = await books.OpenOneAsync(asked.CardId, cancel);
        // Read under the card's lock: another decision either stands by now or waits for this one.
        var closing = await db.CardClosings.SingleAsync(c => c.Id == input.Closing, cancel);
        if (closing.State != ClosingState.Requested) throw new Refusal("storedvalue.closing-decided", RefusalKind.Conflict);
        if (closing.RequestedBy == call.Caller.Name || (closing.RequestedById is { } by && by == call.Caller.Id))
            throw new Refusal("storedvalue.decide-own-request", RefusalKind.Conflict);
        if (closing.ReturnedBy is not null && !input.Approve) throw new Refusal("storedvalue.payout-is-owed", RefusalKind.Conflict);
        if (input.Approve) await FillInAsync(closing, open.Card, input, cancel);
        (closing.DecidedBy, closing.DecidedAt, closing.Decision) = (call.Caller.Name, call.At, input.Decision);
        closing.State = input.Approve ? ClosingState.Approved : ClosingState.Declined;
        if (input.Approve && closing.ReturnedBy is null) await CloseAsync(closing, book, open, call, cancel);
        return await views.OfAsync(closing, cancel);
    }

    private async Task FillInAsync(CardClosing closing, Card card, Input input, CancellationToken cancel)
    {
        if ((!closing.LacksIdentity && input.IdentityCheck is not null)
            || (!closing.LacksAccount && (input.AccountName ?? input.AccountNo) is not null))
            throw new Refusal("storedvalue.payout-is-known", RefusalKind.Conflict);
        if (closing.LacksIdentity)
            closing.IdentityCheck = Given(input.IdentityCheck, "identityCheck");
        if (!closing.LacksAccount) return;
        (closing.AccountName, closing.AccountNo) = (Given(input.AccountName, "accountName"), Given(input.AccountNo, "accountNo"));
        await ClosingRules.RequireOwnAccountAsync(names, card, closing.AccountName, cancel);
    }

    private static string Given(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? throw Refusal.Invalid(field, "field.not-empty") : value;

    private async Task CloseAsync(CardClosing closing, CardBook book, OpenCard open, CallContext call, CancellationToken cancel)
    {
        if (open.Card.MemberId != closing.MemberId || open.Card.Available != closing.Asked)
            throw new Refusal("storedvalue.closing-changed", RefusalKind.Conflict);
        var type = await shelf.InForceAsync(open.Card.TypeId, call.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        ClosingRules.Require(open.Card, type.Terms, closing.Payout);
        await payout.CloseAsync(book, open, CardOccasion.Of(call), closing.Reason, cancel);
    }

    /// <param name="Decision">Why.</param>
    internal sealed record Input(Guid Closing, bool Approve, string Decision) : IInput<ClosingView>
    {
        /// <summary>Which document was seen; where the request does not say.</summary>
        public string? IdentityCheck { get; init; }

        /// <summary>In whose name the account is: the holder's; where the request names none.</summary>
        [Personal]
        public string? AccountName { get; init; }

        [Personal]
        public string? AccountNo { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Decision).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
            RuleFor(i => i.IdentityCheck).MaximumLength(StoredValueDb.ReasonLength);
            RuleFor(i => i.AccountName).MaximumLength(64);
            RuleFor(i => i.AccountNo).MaximumLength(64);
        }
    }
}
