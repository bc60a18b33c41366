using RetailMember.Ledger;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// What moved on members' points beside their purchases; asked only where the points held decide what is earned.
/// </summary>
internal sealed class PointsHistory(ILedger ledger)
{
    private const int EntriesAtOnce = 500;

    public async Task AddAsync(ReplayWindow window, IEnumerable<MemberFacts> members, CancellationToken cancel)
    {
        foreach (var facts in members)
        {
            if (!facts.Receipts.Any(r => window.Contains(r.Row.BusinessDate))) continue;
            var movements = new List<PointsMovement>();
            await foreach (var entry in EntriesAsync(facts.Now.Id, cancel))
            {
                if (entry.On < window.From) facts.OpeningPoints += entry.Amount;
                else if (entry.On <= window.To && !IsOfReceipt(entry))
                    movements.Add(new(entry.At, entry.On, entry.Amount, entry.Kind == PostingKind.Expire));
            }

            movements.Reverse();
            facts.Movements = movements;
        }
    }

    private static bool IsOfReceipt(LedgerEntry entry) =>
        entry.Key.StartsWith(Purchase.KeyPrefix, StringComparison.Ordinal)
        || entry.Key.StartsWith(Refund.KeyPrefix, StringComparison.Ordinal);

    private async IAsyncEnumerable<LedgerEntry> EntriesAsync(
        Guid member, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        long? before = null;
        while (true)
        {
            var page = await ledger.ReadEntriesAsync(member, MembershipUnits.Points, before, EntriesAtOnce, cancel);
            foreach (var entry in page) yield return entry;
            if (page.Count < EntriesAtOnce) yield break;
            before = page[^1].Id;
        }
    }
}
