using FluentValidation;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>
/// Asks for a card to be given up: what is left of its principal is paid out to an account in the holder's name, or in
/// cash where it is little, and what is left of its bonus is cancelled. Somebody else decides.
/// </summary>
[Needs(StoredValuePermissions.RequestClosings)]
internal sealed class RequestClosing(
    StoredValueDb db, CashPayouts cash, CardTypeShelf shelf, IMemberNames names, ClosingViews views)
    : UseCase<RequestClosing.Input, ClosingView>
{
    protected override async Task<ClosingView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var inCash = input.Payout == PayoutWay.Cash;
        var open = (await cash.OpenAsync(input.Card, [], inCash, cancel)).Find(input.Card) ?? throw CardFinder.NotFound();
        await ClosingRules.RequireNoneAsync(db, input.Card, cancel);
        var type = await shelf.InForceAsync(open.Card.TypeId, call.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        ClosingRules.Require(open.Card);
        if (inCash)
            await cash.RequireLittleAsync(
                new CashPayout(open.Card.PrincipalFen, open.Card.MemberId, open.Card.Id), type.Terms, call, cancel);
        await names.RequireOwnAccountAsync(open.Card.MemberId, input.AccountName, cancel);
        var closing = new CardClosing
        {
            BrandId = open.Card.BrandId,
            CardId = open.Card.Id,
            MemberId = open.Card.MemberId,
            Reason = input.Reason,
            Payout = input.ToPayout(),
            PrincipalFen = open.Card.PrincipalFen,
            BonusFen = open.Card.BonusFen,
            StoreId = call.Store?.Id ?? open.Card.StoreId,
            RequestedBy = call.Caller.Name,
            RequestedById = call.Caller.Id,
            RequestedAt = call.At,
        };
        db.CardClosings.Add(closing);
        return await views.OfAsync(closing, cancel);
    }

    internal sealed record Input : IInput<ClosingView>, IKeyed, IAtStore, IPayoutForm
    {
        /// <summary>Drawn by whoever asks; the same key asks once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required Guid Card { get; init; }

        public required string Reason { get; init; }

        /// <summary>Which document was seen.</summary>
        public required string IdentityCheck { get; init; }

        public required PayoutWay Payout { get; init; }

        /// <summary>In whose name the account is: the holder's.</summary>
        [Personal]
        public string? AccountName { get; init; }

        [Personal]
        public string? AccountNo { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
            RuleFor(i => i.IdentityCheck).NotEmpty();
            RuleFor(i => i.Payout).NotEqual(PayoutWay.AsPaid).WithErrorCode("storedvalue.payout-not-as-paid");
            this.AddPayoutRules();
        }
    }
}
