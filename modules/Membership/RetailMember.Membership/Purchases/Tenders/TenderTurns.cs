using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Divides a batch so that all tenders of a turn can be settled together, and modules be asked together what they add: a
/// receipt that asks for tenders is the first of its member in its turn, so that it finds tier, points and vouchers as the
/// receipts before have left them.
/// </summary>
internal static class TenderTurns
{
    /// <param name="calls">In the order in which they are to be judged.</param>
    /// <param name="desk">Knows whose they are.</param>
    /// <param name="oneEach">
    /// No member has two receipts in a turn: the next one has to see what modules added to the one before.
    /// </param>
    public static IEnumerable<IReadOnlyList<BatchCall<TInput, TResult>>> Of<TInput, TResult>(
        IReadOnlyList<BatchCall<TInput, TResult>> calls, ReceiptDesk desk, bool oneEach)
        where TInput : ReceiptForm, IInput<TResult>
    {
        if (!oneEach && calls.All(c => c.Input.Tenders.Count == 0)) return [calls];
        var turnOf = new Dictionary<Guid, int>();
        var turns = new List<List<BatchCall<TInput, TResult>>>();
        foreach (var call in calls)
        {
            // Nobody's receipts are refused anyway.
            var member = desk.Find(call.Input.Member)?.Member.Id ?? Guid.Empty;
            var seen = turnOf.TryGetValue(member, out var turn);
            if (seen && (oneEach || call.Input.Tenders.Count > 0)) turn++;
            turnOf[member] = turn;
            if (turn == turns.Count) turns.Add([]);
            turns[turn].Add(call);
        }

        return turns;
    }
}
