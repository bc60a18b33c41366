using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>One till that sells until its connection breaks, and remembers what it was told.</summary>
internal sealed class NewReceipts(Shop shop, Func<Receipt> next, List<Receipt> sent) : IRequests
{
    private readonly ReceiptMessage message = new(shop);
    private Receipt? underWay;

    public ReadOnlySpan<byte> Next()
    {
        underWay = next();
        sent.Add(underWay);
        return message.Of(underWay);
    }

    public void Answered(in Answer answer)
    {
        if (!answer.Accepted) return;
        underWay!.FirstAnswer = answer.Body.ToArray();
        underWay.TimesDone = 1;
    }
}
