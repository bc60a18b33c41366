using RetailMember.Data;
using RetailMember.Ledger.Data;
using RetailMember.Ledger.Reading;
using RetailMember.Ledger.Writing;

namespace RetailMember.Ledger;

/// <summary>The front of the ledger: writing goes through the book keeper, reading through the readers.</summary>
internal sealed class Ledger(
    DataSession session, BookLoader loader, EntryWriter writer, LotExpiry expiry, LedgerReader reader,
    IReadOnlyDictionary<string, LedgerUnit> units, TimeProvider time) : ILedger
{
    private int Brand =>
        session.Brand ?? throw new InvalidOperationException("Postings belong to a brand: the session has none.");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<PostingOutcome>> PostAsync(IReadOnlyList<Posting> postings, CancellationToken ct = default)
    {
        var brand = Brand;
        var (faults, books) = await LoadAsync(postings, ct);
        if (books.Accounts.Values.Any(b => b.Account.Successor is not null))
        {
            postings = [.. postings.Select(p => ToSuccessor(p, books))];
            (faults, books) = await LoadAsync(postings, ct);
        }
        var keeper = new BookKeeper(books, brand, Now);

        var verdicts = new List<Verdict>(postings.Count);
        for (var i = 0; i < postings.Count;)
        {
            var size = GroupSize(postings, i);
            var fault = faults.FindIndex(i, size, f => f is not null);
            if (fault < 0) verdicts.AddRange(keeper.Decide([.. postings.Skip(i).Take(size)]));
            else verdicts.AddRange(faults.GetRange(i, size).Select(f => Verdict.Refused(f ?? LedgerRefusals.Group)));
            i += size;
        }
        await writer.WriteAsync(keeper.Entries, ct);
        return verdicts.ConvertAll(v => v.ToOutcome());
    }

    public async Task<IOpenAccounts> OpenAsync(
        string unit, DateOnly on, IReadOnlyDictionary<Guid, long> most, CancellationToken ct = default)
    {
        if (!units[unit].KeepsLots) throw new ArgumentException("A unit without lots is not opened.", nameof(unit));
        var brand = Brand;
        var books = await loader.OpenAsync(unit, on, most, ct);
        return new OpenAccounts(books, new BookKeeper(books, brand, Now), writer, units, unit, on);
    }

    public Task<int> ExpireAsync(DateOnly asOf, int limit, CancellationToken ct = default) => expiry.ExpireAsync(asOf, limit, ct);

    public Task<IReadOnlyDictionary<Guid, LedgerBalance>> ReadBalancesAsync(
        IReadOnlyCollection<Guid> owners, string unit, DateOnly asOf, CancellationToken ct = default) =>
        reader.ReadBalancesAsync(owners, unit, asOf, ct);

    public IQueryable<Guid> OwnersOf(string unit, DateOnly asOf, long least, long? most) =>
        reader.OwnersOf(unit, asOf, least, most);

    public Task<IReadOnlyList<LedgerLot>> ReadLotsAsync(Guid owner, string unit, CancellationToken ct = default) =>
        reader.ReadLotsAsync(owner, unit, ct);

    public Task<IReadOnlyList<LedgerLapse>> ReadLapsesAsync(
        string unit, DateOnly lastDay, Guid? after, int count, CancellationToken ct = default) =>
        reader.ReadLapsesAsync(unit, lastDay, after, count, ct);

    public Task<IReadOnlyList<LedgerLapse>> ReadLapsesAsync(
        IReadOnlyCollection<Guid> owners, string unit, DateOnly lastDay, CancellationToken ct = default) =>
        reader.ReadLapsesAsync(owners, unit, lastDay, ct);

    public Task<IReadOnlyList<LedgerEntry>> ReadEntriesAsync(
        Guid owner, string unit, long? before, int count, CancellationToken ct = default) =>
        reader.ReadEntriesAsync(owner, unit, before, count, ct);

    public Task<IReadOnlyDictionary<string, LedgerEntry>> ReadEntriesAsync(
        IReadOnlyCollection<string> keys, CancellationToken ct = default) => reader.ReadEntriesAsync(keys, ct);

    public Task<IReadOnlyList<LedgerEntry>> ReadEntriesAsync(
        string keyPrefix, long after, int count, CancellationToken ct = default) =>
        reader.ReadEntriesAsync(keyPrefix, after, count, ct);

    public Task<long> ReadLastIdAsync(CancellationToken ct = default) => reader.ReadLastIdAsync(ct);

    public Task<IReadOnlyDictionary<string, LedgerPlace>> ReadPlacesAsync(
        IReadOnlyCollection<string> keys, CancellationToken ct = default) => reader.ReadPlacesAsync(keys, ct);

    public Task<IReadOnlyList<LedgerReversal>> ReadReversalsAsync(
        Guid owner, string unit, long after, CancellationToken ct = default) =>
        reader.ReadReversalsAsync(owner, unit, after, ct);

    public Task<IReadOnlyList<LedgerMovement>> ReadMovementsAsync(
        string unit, DateOnly first, DateOnly last, CancellationToken ct = default) =>
        reader.ReadMovementsAsync(unit, first, last, ct);

    public Task<long> ReadLapsedAsync(string unit, DateOnly asOf, CancellationToken ct = default) =>
        reader.ReadLapsedAsync(unit, asOf, ct);

    private async Task<(List<string?> Faults, Books Books)> LoadAsync(IReadOnlyList<Posting> postings, CancellationToken ct)
    {
        var faults = postings.Select(p => PostingForm.Fault(p, units)).ToList();
        var sound = postings.Where((_, i) => faults[i] is null).ToList();
        return (faults, sound.Count > 0 ? await loader.LoadAsync(sound, ct) : new Books());
    }

    /// <summary>Whoever still names an owner that another one has succeeded means that one.</summary>
    private static Posting ToSuccessor(Posting posting, Books books)
    {
        return posting switch
        {
            Transfer transfer => transfer with { Owner = Of(transfer.Owner), To = Of(transfer.To) },
            Return back => back with { Owner = Of(back.Owner), To = Of(back.To) },
            _ => posting with { Owner = Of(posting.Owner) },
        };

        Guid Of(Guid owner) =>
            books.Accounts.TryGetValue((owner, posting.Unit), out var book) ? book.Account.Successor ?? owner : owner;
    }

    private static int GroupSize(IReadOnlyList<Posting> postings, int start)
    {
        var size = 1;
        while (postings[start].Group is { } group && start + size < postings.Count && postings[start + size].Group == group) size++;
        return size;
    }
}
