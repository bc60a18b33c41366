using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>Receipts from one till, each with a number of its own, up to the last number.</summary>
internal sealed class PurchaseRequests(Shop shop, ReceiptNumbers numbers, long last, Func<long> nextMember, int seed)
    : IRequests
{
    private readonly ReceiptMessage message = new(shop);
    private readonly Random random = new(seed);

    public ReadOnlySpan<byte> Next() =>
        numbers.Last >= last ? [] : message.Of(numbers.Next(), nextMember(), random.Next(100));
}

/// <summary>Receipt numbers that no two requests to a shop share.</summary>
internal sealed class ReceiptNumbers
{
    public long Last { get; private set; }

    public long Next() => ++Last;
}
