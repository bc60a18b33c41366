using RetailMember.Modules;

namespace RetailMember.Ledger;

/// <summary>
/// A seam of the proof of the books: a module holds its own rows against each other and against the ledger, whenever the
/// books of a brand are proven. Asked in a scope of the brand, only where the module is on for it; it reads and does not
/// write, and may take its time.
/// </summary>
[Seam]
public interface IBookCheck
{
    /// <summary>The module that checks.</summary>
    string Module { get; }

    /// <summary>What does not add up in the session's current brand; nothing in sound books.</summary>
    Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel);
}

/// <summary>One kind of fault in a module's books.</summary>
/// <param name="Code">Stable; its text key is <c>membership.books.breach.</c> followed by it.</param>
/// <param name="Count">How many rows have it.</param>
/// <param name="First">The lowest number or key among them, by which people find the row.</param>
public sealed record BookFault(string Code, long Count, string First);
