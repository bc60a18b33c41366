using RetailMember.Ledger;

namespace RetailMember.Membership.Purchases;

/// <summary>The points that members hold after each receipt of a turn, pending ones included.</summary>
internal static class BalancesAfter
{
    /// <param name="posted">What the ledger answered for the receipts that granted some, in the order of the turn.</param>
    /// <returns>One balance per receipt, in the same order.</returns>
    public static async Task<long[]> OfAsync(
        IReadOnlyList<JudgedReceipt> receipts, IReadOnlyList<long?> posted, ILedger ledger, CancellationToken cancel)
    {
        var held = await EndAsync(receipts, posted, ledger, cancel);
        var after = new long[receipts.Count];
        // Backwards: where a receipt granted nothing, what stands after it is what the next one found.
        for (var i = after.Length - 1; i >= 0; i--)
        {
            var member = receipts[i].At.Member.Id;
            after[i] = posted[i] ?? held.GetValueOrDefault(member);
            held[member] = after[i] - (receipts[i].EarnerNo is null ? receipts[i].Points : 0);
        }

        return after;
    }

    /// <summary>What the books say at the end, asked only of members of whom no posting says it.</summary>
    private static async Task<Dictionary<Guid, long>> EndAsync(
        IReadOnlyList<JudgedReceipt> receipts, IReadOnlyList<long?> posted, ILedger ledger, CancellationToken cancel)
    {
        Guid[] unsaid = [.. receipts.Where((_, i) => posted[i] is null).Select(r => r.At.Member.Id).Distinct()];
        if (unsaid.Length == 0) return [];
        var balances = await ledger.ReadBalancesAsync(unsaid, MembershipUnits.Points, receipts[0].BusinessDate, cancel);
        return balances.ToDictionary(b => b.Key, b => b.Value.Total);
    }
}
