using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>A priced receipt while tenders are laid on it, kind by kind.</summary>
/// <param name="receiptNo">Null for a quote.</param>
internal sealed class TenderedReceipt(PricedReceipt priced, string? receiptNo)
{
    private readonly List<SettledTender> settled = [];
    private long[] left = [.. priced.Evaluation.PayFenByLine];

    public PricedReceipt Priced { get; } = priced;

    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<SettledTender> Settled => settled;

    /// <summary>Several kinds: what one has written must not stay when another says no.</summary>
    public bool IsMixed { get; } = priced.Form.Tenders.Select(t => t.Kind).Distinct().Skip(1).Any();

    /// <summary>What tenders pay of each line, in fen.</summary>
    public long[] TenderedByLine => [.. Priced.Evaluation.PayFenByLine.Zip(left, (paid, rest) => paid - rest)];

    public bool AsksFor(string kind) => Priced.Form.Tenders.Any(t => t.Kind == kind);

    public TenderReceipt For(string kind) => new(
        Priced.Id,
        Priced.Call,
        Priced.OccurredAt,
        Priced.Day,
        Priced.At.Member.Id,
        [.. Priced.Lines.Select((line, i) => new TenderBasketLine(line.Category, Priced.Evaluation.PayFenByLine[i], left[i]))],
        [
            .. Priced.Form.Tenders.Select((t, i) => (Tender: t, Index: i)).Where(t => t.Tender.Kind == kind)
                .Select(t => new TenderAsked(t.Index, t.Tender.Code, t.Tender.Amount?.Fen, t.Tender.Points)),
        ])
    {
        ReceiptNo = receiptNo,
    };

    public void Take(string kind, TenderOutcome outcome)
    {
        if (outcome.Refusal is { } no)
        {
            Refuse(no);
            return;
        }

        foreach (var use in outcome.Uses)
        {
            if (!IsSound(use)) throw new InvalidOperationException($"The tender {kind} paid what was not there to pay.");
            left = [.. left.Zip(use.LineFen, (rest, paid) => rest - paid)];
            settled.Add(new SettledTender(settled.Count + 1, kind, use));
        }
    }

    public void Refuse(Refusal refusal) => Refusal = refusal;

    /// <summary>As if no tender had been laid on yet.</summary>
    public void Reset()
    {
        settled.Clear();
        left = [.. Priced.Evaluation.PayFenByLine];
    }

    private bool IsSound(TenderUse use) =>
        use.LineFen.Count == left.Length && use.AmountFen > 0 && use.Points >= 0
        && use.LineFen.Zip(left).All(line => line.First >= 0 && line.First <= line.Second);
}
