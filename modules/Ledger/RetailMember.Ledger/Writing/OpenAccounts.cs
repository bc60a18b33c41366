namespace RetailMember.Ledger.Writing;

/// <inheritdoc cref="IOpenAccounts" />
internal sealed class OpenAccounts(
    Books books, BookKeeper keeper, EntryWriter writer, IReadOnlyDictionary<string, LedgerUnit> units,
    string unit, DateOnly on) : IOpenAccounts
{
    public long BalanceOf(Guid owner) => books.Accounts.GetValueOrDefault((owner, unit))?.Account.Balance ?? 0;

    public IReadOnlyList<LedgerLot> UsableOf(Guid owner) =>
        books.Accounts.GetValueOrDefault((owner, unit)) is { Lots: { } lots }
            ? [.. lots.LeftOn(on).Select(l => l.Lot.ToView() with { Remaining = l.Left })]
            : [];

    public PostingOutcome? Take(IReadOnlyList<Debit> debits)
    {
        foreach (var debit in debits)
        {
            if (debit.Unit != unit || debit.On != on)
                throw new ArgumentException("The accounts were opened for another unit or day.", nameof(debits));
            if (PostingForm.Fault(debit, units) is { } fault) return PostingOutcome.Refused(fault);
            if (!books.Accounts.ContainsKey((debit.Owner, unit)))
                return PostingOutcome.Refused(LedgerRefusals.Insufficient);
        }

        return keeper.Decide(debits)
            .FirstOrDefault(v => v.Refusal is not null and not LedgerRefusals.Group)?.ToOutcome();
    }

    public Task SaveAsync(CancellationToken ct = default) => writer.WriteAsync(keeper.Entries, ct);
}
