namespace RetailMember.Membership;

/// <summary>The tiers of the session's current brand, for other modules whose forms name some of them.</summary>
public interface IMemberTiers
{
    /// <summary>Those of the programme in force at a UTC instant, lowest first; empty while there is none.</summary>
    Task<IReadOnlyList<MemberTier>> AtAsync(DateTime utc, CancellationToken cancel);
}

/// <summary>A tier that members can hold.</summary>
/// <param name="Code">Unique in the programme.</param>
/// <param name="Name">In the language of the request.</param>
public sealed record MemberTier(string Code, string Name);
