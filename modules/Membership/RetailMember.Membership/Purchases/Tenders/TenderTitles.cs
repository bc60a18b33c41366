namespace RetailMember.Membership.Purchases;

/// <summary>What people call tenders, in the caller's language.</summary>
internal sealed class TenderTitles(IReadOnlyDictionary<(string Kind, string Name), string> known)
{
    public static readonly TenderTitles None = new(new Dictionary<(string, string), string>());

    /// <summary>Null where its kind knows no word for it, or is no longer there.</summary>
    public string? Of(string kind, string name) => known.GetValueOrDefault((kind, name));
}
