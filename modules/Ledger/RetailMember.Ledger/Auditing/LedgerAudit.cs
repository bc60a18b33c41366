namespace RetailMember.Ledger.Auditing;

/// <summary>Puts the figures and the faults of each brand and unit together.</summary>
internal sealed class LedgerAudit(LedgerFigures figures, LedgerBreaches breaches) : ILedgerAudit
{
    public async Task<IReadOnlyList<LedgerAuditLine>> VerifyAsync(DateOnly asOf, CancellationToken ct = default)
    {
        var lines = await figures.ReadAsync(asOf, ct);
        var found = (await breaches.FindAsync(ct)).ToLookup(b => (b.BrandId, b.Unit), b => b.Breach);
        var whole = lines.Select(line => line with { Breaches = [.. found[(line.BrandId, line.Unit)], .. Unmatched(line)] });

        // Rows that hang in the air belong to no unit.
        var known = lines.Select(line => (line.BrandId, line.Unit)).ToHashSet();
        var stray = found.Where(b => !known.Contains(b.Key)).Select(b =>
            new LedgerAuditLine(b.Key.BrandId, b.Key.Unit, 0, 0, 0, 0, 0, 0, 0, 0, [.. b]));
        return [.. whole, .. stray];
    }

    private static IEnumerable<LedgerBreach> Unmatched(LedgerAuditLine line) =>
        line.Transferred == 0 ? [] : [new LedgerBreach("transfers-do-not-match", 1, 0)];
}
