using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>
/// A request to take a sale back, or to cancel one that is paid and on no card yet: somebody else decides on it. Little
/// cash is approved by whoever pays it.
/// </summary>
internal sealed class SaleRefund : CardRequest
{
    public long SaleId { get; init; }

    public required Payout Payout { get; init; }

    /// <summary>Fen of principal that were left when it was asked for; once approved, what was paid out.</summary>
    public long PrincipalFen { get; set; }

    /// <summary>Fen of bonus that are cancelled.</summary>
    public long BonusFen { get; set; }

    /// <param name="sale">That is to be taken back.</param>
    /// <param name="holder">Who has what it loaded, or is to have it; null: whoever carries the card.</param>
    /// <param name="left">What is left of it.</param>
    /// <param name="payout">How the money goes back.</param>
    /// <param name="reason">Why.</param>
    /// <param name="call">Who asks.</param>
    public static SaleRefund Of(CardSale sale, Guid? holder, Pockets left, Payout payout, string reason, CallContext call) => new()
    {
        BrandId = sale.BrandId,
        SaleId = sale.Id,
        MemberId = holder,
        Reason = reason,
        Payout = payout,
        PrincipalFen = left.PrincipalFen,
        BonusFen = left.BonusFen,
        RequestedBy = call.Caller.Name,
        RequestedById = call.Caller.Id,
        RequestedAt = call.At,
    };
}
