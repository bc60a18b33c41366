using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>
/// The tags of the members of the session's current brand, for other modules. Members with a tag are walked through page by
/// page by <see cref="IMemberFiles.WalkAsync"/> with <see cref="MemberSegment.Tags"/>.
/// </summary>
public interface IMemberTags
{
    /// <summary>The tags that members can have now, by code.</summary>
    Task<IReadOnlyList<TagChoice>> ChoicesAsync(CancellationToken cancel);

    /// <summary>Codes of the tags of each of these members; absent where a member has none.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>Judges these members again at once, inside the caller's transaction. Asked twice it does it once.</summary>
    Task RefreshAsync(IReadOnlyCollection<Guid> members, CallContext call, CancellationToken cancel);
}

/// <summary>A tag to choose from.</summary>
/// <param name="Code">Unique in the brand.</param>
/// <param name="Name">In the language of the request.</param>
public sealed record TagChoice(string Code, string Name);
