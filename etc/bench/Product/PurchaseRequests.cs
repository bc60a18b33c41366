using RetailMember.Bench.Load;

namespace RetailMember.Bench.Product;

/// <summary>Receipts of members taken at random, each with a number of its own, from one till.</summary>
internal sealed class PurchaseRequests : IRequests
{
    private readonly HttpMessage message;
    private readonly Slot receipt;
    private readonly Slot member;
    private readonly Slot amount;
    private readonly ReceiptNumbers numbers;
    private readonly Func<long> nextMember;
    private readonly Random random;

    public PurchaseRequests(Shop shop, ReceiptNumbers numbers, Func<long> nextMember, int seed)
    {
        message = new HttpMessage(
            "POST", $"{shop.Path}/purchases", shop.TillAuthorization,
            """{"receiptNo":"B############","member":"M@@@@@@@@","amount":1$$.50}""");
        receipt = message.SlotOf('#');
        member = message.SlotOf('@');
        amount = message.SlotOf('$');
        this.numbers = numbers;
        this.nextMember = nextMember;
        random = new Random(seed);
    }

    /// <summary>Each connection takes any of the first so many members.</summary>
    public static Func<int, IRequests> Of(Shop shop, ReceiptNumbers numbers, int members) => connection =>
    {
        var choice = new Random(connection);
        return new PurchaseRequests(shop, numbers, () => choice.Next(1, members + 1), connection);
    };

    public ReadOnlySpan<byte> Next()
    {
        receipt.Write(numbers.Next());
        member.Write(nextMember());
        amount.Write(random.Next(100));
        return message.Bytes;
    }
}

/// <summary>Receipt numbers that no two requests of a run share.</summary>
internal sealed class ReceiptNumbers
{
    private long last;

    public long Next() => Interlocked.Increment(ref last);
}
