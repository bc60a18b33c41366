namespace RetailMember.Membership.Tags;

/// <summary>A tag as head office reads it.</summary>
/// <param name="Tag">Its code.</param>
/// <param name="Version">The version that decides; of a tag that was never active, its draft.</param>
/// <param name="DraftVersion">A version that waits to be activated; left out: none.</param>
/// <param name="Members">How many have it now.</param>
/// <param name="Gained">In the last thirty days.</param>
/// <param name="Lost">In the last thirty days.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record TagView(
    string Tag,
    TagKind Kind,
    TagState State,
    int Version,
    int? DraftVersion,
    TagTerms Terms,
    long Members,
    long Gained,
    long Lost,
    string EditedBy,
    DateTime EditedAt)
{
    public static TagView Of(Tag tag, IReadOnlyCollection<TagVersion> versions, DateOnly today, TagNumbers numbers)
    {
        var active = versions.Where(v => v.State == TagVersionState.Active).ToList();
        var shown = active.Where(v => v.From <= today).MaxBy(v => v.Number)
            ?? active.MinBy(v => v.Number) ?? versions.MaxBy(v => v.Number)!;
        return new TagView(
            tag.Code, tag.Kind, tag.State, shown.Number,
            versions.Where(v => v.State == TagVersionState.Draft).Select(v => (int?)v.Number).SingleOrDefault(),
            TagTerms.Read(shown.Terms), numbers.Members, numbers.Gained, numbers.Lost, tag.EditedBy, tag.EditedAt);
    }
}

/// <param name="Members">Who have the tag now.</param>
internal readonly record struct TagNumbers(long Members, long Gained, long Lost);
