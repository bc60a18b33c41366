using RetailMember.Modules;

namespace RetailMember.Membership.Purchases;

/// <summary>Asks the modules that add points to receipts.</summary>
internal sealed class EarningAdditions(SeamCalls seams)
{
    /// <summary>Some module adds points, in some brand at least.</summary>
    public bool AnybodyAdds { get; } = seams.IsFilled<IEarningAddition>();

    public async Task AskAsync(IReadOnlyList<JudgedReceipt> receipts, CancellationToken cancel)
    {
        if (!AnybodyAdds) return;
        await seams.AskAsync<IEarningAddition, ReceiptUnderway>(
            [.. receipts.Where(r => !r.Evaluation.CardEnded).Select(r => r.Underway)],
            (addition, asked, c) => addition.AddAsync(asked, c), "add points", cancel);
    }
}
