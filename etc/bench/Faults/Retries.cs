using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>Sends receipts again under their keys and compares what is answered with what was answered first.</summary>
internal sealed class Retries(Shop shop, IReadOnlyList<Receipt> receipts, FaultCount count) : IRequests
{
    private readonly ReceiptMessage message = new(shop);
    private int next;

    public ReadOnlySpan<byte> Next() => next < receipts.Count ? message.Of(receipts[next++]) : [];

    public void Answered(in Answer answer)
    {
        count.Retries++;
        var receipt = receipts[next - 1];
        if (!answer.Accepted)
        {
            count.Refused++;
            return;
        }

        receipt.FirstAnswer ??= answer.Body.ToArray();
        if (!IsReplay(answer)) receipt.TimesDone++;
        if (!answer.Body.SequenceEqual(receipt.FirstAnswer)) count.Changed++;
    }

    private static bool IsReplay(in Answer answer) =>
        answer.Headers.IndexOf("Idempotent-Replayed: true"u8) >= 0;
}
