using RetailMember.Data;

namespace RetailMember.Membership.Purchases;

/// <summary>Asks every module to undo what it gave for a purchase that is refunded.</summary>
internal sealed class RefundFollowers(IEnumerable<IRefundFollower> followers, DataSession session)
{
    private readonly IRefundFollower[] inOrder =
        [.. followers.OrderBy(f => f.Order).ThenBy(f => f.GetType().FullName, StringComparer.Ordinal)];

    public async Task HoldAsync(Guid purchase, Guid member, CancellationToken cancel)
    {
        foreach (var follower in inOrder) await follower.HoldAsync(purchase, member, cancel);
    }

    public async Task<IReadOnlyList<RefundLine>> UndoAsync(RefundedReceipt refund, CancellationToken cancel)
    {
        // They read what is left of purchases and tiers, so it has to be written first.
        await session.SaveAsync(cancel);
        var lines = new List<RefundLine>();
        foreach (var follower in inOrder) lines.AddRange(await follower.UndoAsync(refund, cancel));
        return lines;
    }
}
