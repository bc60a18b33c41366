using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>A request to pay back an unexpected payment, all of it: somebody else decides on it.</summary>
internal sealed class PaymentReturn : CardRequest
{
    public Guid PaymentId { get; init; }

    public required Payout Payout { get; init; }

    public long Fen { get; init; }
}
