using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
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
/// holder is and which account is his where nobody knows that yet, or where it should not be cash.
/// </summary>
[Needs(StoredValuePermissions.ApproveClosings)]
internal sealed class DecideClosing(
    StoredValueDb db, CashPayouts cash, CardTypeShelf shelf, CardPayout payout, IMemberNames names, IBrandDirectory brands,
    ClosingViews views)
    : UseCase<DecideClosing.Input, ClosingView>
{
    protected override async Task<ClosingView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asked = await db.CardClosings.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Closing, cancel);
        if (asked is null || !call.Reaches(StoredValuePermissions.ApproveClosings, asked.StoreId))
            throw new Refusal("storedvalue.closing-not-found", RefusalKind.NotFound);
        var book = await cash.OpenAsync(asked.CardId, [], asked.Payout.Way == PayoutWay.Cash, cancel);
        var open = book.Find(asked.CardId)!;
        // Read under the card's lock: another decision either stands by now or waits for this one.
        var closing = await db.CardClosings.SingleAsync(c => c.Id == input.Closing, cancel);
        closing.Decide(input.Approve, input.Decision, call);
        if (closing.ReturnedBy is not null && !input.Approve) throw new Refusal("storedvalue.payout-is-owed", RefusalKind.Conflict);
        if (input.Approve) await PayAsync(closing, book, open, input, call, cancel);
        return await views.OfAsync(closing, cancel);
    }

    private async Task PayAsync(
        CardClosing closing, CardBook book, OpenCard open, Input input, CallContext call, CancellationToken cancel)
    {
        await FillInAsync(closing, open.Card, input, cancel);
        closing.Payout.PaidUnder(
            input.PayoutReference, needed: closing.Payout.Way == PayoutWay.BankAccount && closing.PrincipalFen > 0);
        var type = await shelf.InForceAsync(open.Card.TypeId, call.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        if (closing.Payout.Way == PayoutWay.Cash)
            await cash.RequireLittleAsync(
                new CashPayout(closing.PrincipalFen, closing.MemberId, closing.CardId, closing.Id), type.Terms, call, cancel);
        if (closing.ReturnedBy is null) await CloseAsync(closing, book, open, call, cancel);
    }

    private async Task FillInAsync(CardClosing closing, Card card, Input input, CancellationToken cancel)
    {
        var paying = closing.Payout;
        // What is owed must be payable also on a day on which cash would be too much.
        if (closing.ReturnedBy is not null && paying.Way == PayoutWay.Cash
            && !(string.IsNullOrWhiteSpace(input.AccountName) && string.IsNullOrWhiteSpace(input.AccountNo)))
            paying.Way = PayoutWay.BankAccount;
        if ((!paying.LacksIdentity && input.IdentityCheck is not null)
            || (!paying.LacksAccount && (input.AccountName ?? input.AccountNo) is not null))
            throw new Refusal("storedvalue.payout-is-known", RefusalKind.Conflict);
        if (paying.LacksIdentity)
            paying.IdentityCheck = Given(input.IdentityCheck, "identityCheck");
        if (!paying.LacksAccount) return;
        (paying.AccountName, paying.AccountNo) = (Given(input.AccountName, "accountName"), Given(input.AccountNo, "accountNo"));
        await names.RequireOwnAccountAsync(card.MemberId, paying.AccountName, cancel);
    }

    private static string Given(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? throw Refusal.Invalid(field, "field.not-empty") : value;

    private async Task CloseAsync(CardClosing closing, CardBook book, OpenCard open, CallContext call, CancellationToken cancel)
    {
        if (open.Card.MemberId != closing.MemberId || open.Card.Available != closing.Asked)
            throw new Refusal("storedvalue.closing-changed", RefusalKind.Conflict);
        ClosingRules.Require(open.Card);
        // The store that pays it out is owed what another one sold.
        var at = call with { Store = closing.StoreId is { } store ? brands.FindStore(store) : null };
        await payout.CloseAsync(book, open, CardOccasion.Of(at), closing.Reason, cancel);
    }

    /// <param name="Decision">Why.</param>
    internal sealed record Input(Guid Closing, bool Approve, string Decision) : IInput<ClosingView>
    {
        /// <summary>Which document was seen; where the request does not say.</summary>
        public string? IdentityCheck { get; init; }

        /// <summary>In whose name the account is: the holder's; where the request names none, or cash that is owed.</summary>
        [Personal]
        public string? AccountName { get; init; }

        [Personal]
        public string? AccountNo { get; init; }

        /// <summary>Number of the transfer with which it was paid.</summary>
        public string? PayoutReference { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Decision).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
            RuleFor(i => i.IdentityCheck).MaximumLength(StoredValueDb.ReasonLength);
            RuleFor(i => i.PayoutReference).MaximumLength(StoredValueDb.CodeLength);
            this.AddAccountLengths(i => i.AccountName, i => i.AccountNo);
        }
    }
}
