using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Everything that a batch needs to know, read once under the accounts' locks.</summary>
internal sealed class Books
{
    private readonly Dictionary<long, Lot> lots = [];

    /// <summary>By owner and unit.</summary>
    public Dictionary<(Guid Owner, string Unit), AccountBook> Accounts { get; } = [];

    /// <summary>Postings that exist, by key.</summary>
    public Dictionary<string, PostingRow> Known { get; } = [];

    /// <summary>Postings that may be reversed, by key.</summary>
    public Dictionary<string, Origin> Origins { get; } = [];

    /// <summary>By the key of a transfer, the lots that it opened and those that each came from.</summary>
    public Dictionary<string, List<(Lot Opened, Lot From)>> Transferred { get; } = [];

    /// <summary>By number, accounts that have a successor and whose postings are to be reversed for him: they hold nothing.</summary>
    public Dictionary<long, AccountBook> Succeeded { get; } = [];

    /// <summary>The one object of a lot, however often it was read.</summary>
    public Lot Same(Lot read)
    {
        if (lots.TryGetValue(read.Id, out var lot)) return lot;
        return lots[read.Id] = read;
    }
}
