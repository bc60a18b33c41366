using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>Sends another amount under a key that was used: it must be refused.</summary>
internal sealed class OtherBodies(Shop shop, IReadOnlyList<Receipt> receipts, FaultCount count) : IRequests
{
    private readonly ReceiptMessage message = new(shop);
    private int next;

    public ReadOnlySpan<byte> Next() => next < receipts.Count ? Other(receipts[next++]) : [];

    public void Answered(in Answer answer)
    {
        if (answer.Accepted) count.Reused++;
    }

    private ReadOnlySpan<byte> Other(Receipt receipt) =>
        message.Of(receipt.Number, receipt.Member, (receipt.Amount + 1) % 100);
}
