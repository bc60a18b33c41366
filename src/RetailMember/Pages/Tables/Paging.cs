using RetailMember.Values;

namespace RetailMember.Pages.Tables;

/// <summary>What lies beyond the rows shown.</summary>
public abstract record Paging
{
    /// <summary>All there is.</summary>
    public static readonly Paging None = new Whole();

    /// <summary>Keyset: large tables, whose rows nobody counts.</summary>
    public static Paging Keyset<T>(PageOf<T> page) => new ByKey(page.Next);

    /// <summary>Pages with numbers, for tables small enough to count.</summary>
    public static Paging Numbered(TableQuery query, long total) => new ByNumber(query.Page, query.Size, total);

    internal sealed record Whole : Paging;

    internal sealed record ByKey(string? Next) : Paging;

    internal sealed record ByNumber(int Page, int Size, long Total) : Paging
    {
        public int Last => (int)Math.Max(1, (Total + Size - 1) / Size);

        /// <summary>First, last and the neighbours of the present page; 0 stands for a gap.</summary>
        public IEnumerable<int> Shown()
        {
            var before = 0;
            foreach (var page in new[] { 1, Page - 1, Page, Page + 1, Last }.Where(p => p >= 1 && p <= Last).Distinct().Order())
            {
                if (page > before + 1) yield return 0;
                yield return page;
                before = page;
            }
        }
    }
}
