using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>
/// Gives back what cards paid of a bill, or a part of it, to the same loads in the proportion in which they paid. What they
/// paid of a member's receipt goes back with the receipt alone, so that points and other tenders follow.
/// </summary>
[Needs(StoredValuePermissions.RefundCards)]
internal sealed class RefundCharge(StoredValueDb db, CardRefunds refunds) : UseCase<RefundCharge.Input, RefundCharge.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        var moves = await db.CardMoves.AsNoTracking()
            .Where(m => m.BillId == input.Bill && (m.Kind == CardMoveKind.Charged || m.Kind == CardMoveKind.Captured))
            .ToListAsync(cancel);
        if (moves.Count == 0) throw new Refusal("storedvalue.charge-not-found", RefusalKind.NotFound);
        if (moves.Exists(m => m.IsOfReceipt)) throw new Refusal("storedvalue.refund-by-receipt", RefusalKind.Conflict);
        var order = new CardRefundOrder(
            [.. moves.Select(m => m.Id)], input.Amount.Fen, CardOccasion.Of(call), input.Reason ?? moves[0].Reference);
        var refunded = (await refunds.GiveBackAsync([order], call.RequiredBrand.Id, cancel))[0];
        return new Result(input.Bill, input.Amount, [.. refunded.Given.Select(g => CardSlip.Of(g.Move, g.Card))]);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key gives back once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>As the charge or the capture answered it.</summary>
        public required Guid Bill { get; init; }

        /// <summary>Yuan.</summary>
        public required Money Amount { get; init; }

        public string? Reason { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Refunded">Yuan.</param>
    internal sealed record Result(Guid Bill, Money Refunded, IReadOnlyList<CardSlip> Slips);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Amount).IsAmount();
            RuleFor(i => i.Reason).MaximumLength(StoredValueDb.ReasonLength);
        }
    }
}
