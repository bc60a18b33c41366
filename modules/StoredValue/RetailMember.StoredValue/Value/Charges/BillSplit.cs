namespace RetailMember.StoredValue.Value.Charges;

/// <summary>
/// Who pays for what, where taking cards one after the other leaves something unpaid that they could pay together: value for
/// all goods steps back from those that value for certain goods can pay. Those who come first still pay as much as they can.
/// </summary>
internal sealed class BillSplit
{
    private readonly long[] left;
    private readonly long[] has;
    private readonly long[,] paid;
    private readonly bool[,] pays;

    private BillSplit(IReadOnlyList<BillLine> lines, IReadOnlyList<Purse> purses)
    {
        left = [.. lines.Select(l => l.Fen)];
        has = [.. purses.Select(p => p.MostFen)];
        (paid, pays) = (new long[has.Length, left.Length], new bool[has.Length, left.Length]);
        foreach (var (p, purse) in purses.Index())
            foreach (var (l, line) in lines.Index()) pays[p, l] = purse.Load.PaysFor(line.Category);
        for (var p = 0; p < has.Length; p++)
            while (has[p] > 0 && PathFrom(p) is { } path) Follow(path);
    }

    /// <summary>What each card pays, in the order given; together as much of the bill as they can.</summary>
    public static IReadOnlyList<CardShare> Of(
        IReadOnlyList<BillLine> lines, IReadOnlyList<(OpenCard Card, IReadOnlyList<Purse> Purses)> cards)
    {
        var split = new BillSplit(lines, [.. cards.SelectMany(c => c.Purses)]);
        var (shares, first) = (new List<CardShare>(cards.Count), 0);
        foreach (var (card, purses) in cards)
        {
            shares.Add(split.ShareOf(card, purses, first));
            first += purses.Count;
        }

        return shares;
    }

    private CardShare ShareOf(OpenCard card, IReadOnlyList<Purse> purses, int first)
    {
        var byLine = new long[left.Length];
        var parts = new List<PartOrder>();
        foreach (var (i, purse) in purses.Index())
        {
            var fen = 0L;
            for (var l = 0; l < byLine.Length; l++)
            {
                fen += paid[first + i, l];
                byLine[l] += paid[first + i, l];
            }

            if (fen > 0) parts.Add(purse.Pay(fen));
        }

        return new CardShare(card, parts, byLine);
    }

    /// <summary>From a purse to a line that is not paid yet, over lines that other purses can leave for it; null: there is none.</summary>
    private List<(int Purse, int Line)>? PathFrom(int start)
    {
        // By purse: the line that it would leave. By line: the purse that would pay it.
        var (leaves, takes) = (new int?[has.Length], new int?[left.Length]);
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var purse))
        {
            for (var line = 0; line < left.Length; line++)
            {
                if (!pays[purse, line] || takes[line] is not null) continue;
                takes[line] = purse;
                if (left[line] > 0) return Back(line);
                for (var other = 0; other < has.Length; other++)
                {
                    if (other == start || leaves[other] is not null || paid[other, line] == 0) continue;
                    leaves[other] = line;
                    queue.Enqueue(other);
                }
            }
        }

        return null;

        List<(int Purse, int Line)> Back(int line)
        {
            List<(int Purse, int Line)> path = [];
            for (int? at = line; at is { } here; at = leaves[takes[here]!.Value]) path.Add((takes[here]!.Value, here));
            return path;
        }
    }

    /// <summary>Moves as much along the path, which is told from its end, as its narrowest place allows.</summary>
    private void Follow(List<(int Purse, int Line)> path)
    {
        var fen = Math.Min(left[path[0].Line], has[path[^1].Purse]);
        for (var i = 0; i + 1 < path.Count; i++) fen = Math.Min(fen, paid[path[i].Purse, path[i + 1].Line]);
        left[path[0].Line] -= fen;
        has[path[^1].Purse] -= fen;
        foreach (var (i, step) in path.Index())
        {
            paid[step.Purse, step.Line] += fen;
            if (i + 1 < path.Count) paid[step.Purse, path[i + 1].Line] -= fen;
        }
    }
}
