namespace RetailMember.Membership;

/// <summary>Members and tiers that must be there, for the use cases of all modules.</summary>
public static class MemberLookUps
{
    /// <summary>The member by number, card or mobile, of whatever status; null where there is none.</summary>
    public static async Task<MemberSummary?> TryOneAsync(this IMemberFiles files, string identifier, CancellationToken cancel) =>
        (await files.FindAsync([identifier], cancel)).GetValueOrDefault(identifier);

    /// <summary>The member by number, card or mobile, of whatever status.</summary>
    /// <exception cref="UseCases.Refusal"><c>membership.member-not-found</c></exception>
    public static async Task<MemberSummary> OneAsync(this IMemberFiles files, string identifier, CancellationToken cancel) =>
        await files.TryOneAsync(identifier, cancel) ?? throw MemberRefusals.NotFound();

    /// <summary>The member by number, card or mobile, who may do something now.</summary>
    /// <exception cref="UseCases.Refusal"><c>membership.member-not-found</c>, <c>membership.member-not-active</c></exception>
    public static async Task<MemberSummary> ActiveAsync(this IMemberFiles files, string identifier, CancellationToken cancel) =>
        (await files.OneAsync(identifier, cancel)).RequireActive();

    /// <summary>Active members by what was scanned or typed, in that order and each once.</summary>
    /// <exception cref="UseCases.Refusal"><c>membership.member-not-found</c>, <c>membership.member-not-active</c></exception>
    public static async Task<IReadOnlyList<MemberSummary>> AllActiveAsync(
        this IMemberFiles files, IReadOnlyCollection<string> identifiers, CancellationToken cancel)
    {
        var found = await files.FindAsync([.. identifiers.Distinct()], cancel);
        var members = identifiers.Select(i => found.GetValueOrDefault(i) ?? throw MemberRefusals.NotFound());
        return [.. members.Select(m => m.RequireActive()).DistinctBy(m => m.Id)];
    }

    /// <summary>The member's key and those of who was merged into him, for what a module leaves with the duplicate.</summary>
    public static async Task<Guid[]> FilesOfAsync(this IMergedMembers merged, Guid member, CancellationToken cancel) =>
        [member, .. (await merged.IntoAsync([member], cancel)).Select(m => m.Id)];

    /// <summary>The same member, where he may do something now.</summary>
    /// <exception cref="UseCases.Refusal"><c>membership.member-not-active</c></exception>
    public static MemberSummary RequireActive(this MemberSummary member) =>
        member.IsActive ? member : throw MemberRefusals.NotActive(member.MemberNo);

    /// <summary>The member by number, card or mobile, locked until the transaction ends, who may do something now.</summary>
    /// <exception cref="UseCases.Refusal"><c>membership.member-not-found</c>, <c>membership.member-not-active</c></exception>
    public static async Task<MemberSummary> HoldActiveAsync(
        this IMemberAwards awards, IMemberFiles files, string identifier, CancellationToken cancel)
    {
        var found = await files.OneAsync(identifier, cancel);
        return (await awards.HoldAsync([found.Id], cancel))[found.Id].RequireActive();
    }

    /// <summary>
    /// The refusal of the first of these codes that no tier of the programme in force has (<c>membership.tier-not-found</c>);
    /// null where all are there. What is for a tier that nobody can hold is for nobody.
    /// </summary>
    /// <param name="tiers">The brand's.</param>
    /// <param name="codes">As head office named them.</param>
    /// <param name="utc">When they must be there.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<UseCases.Refusal?> UnknownAsync(
        this IMemberTiers tiers, IEnumerable<string> codes, DateTime utc, CancellationToken cancel)
    {
        string[] named = [.. codes.Distinct()];
        if (named.Length == 0) return null;
        var known = await tiers.AtAsync(utc, cancel);
        return Array.Find(named, code => known.All(t => t.Code != code)) is { } unknown
            ? MemberRefusals.TierNotFound(unknown)
            : null;
    }

    /// <summary>
    /// The refusal of the first of these codes that no tag has which members can have now (<c>membership.tag-not-found</c>);
    /// null where all are there.
    /// </summary>
    public static async Task<UseCases.Refusal?> UnknownAsync(
        this IMemberTags tags, IEnumerable<string> codes, CancellationToken cancel)
    {
        string[] named = [.. codes.Distinct()];
        if (named.Length == 0) return null;
        var known = await tags.ChoicesAsync(cancel);
        return Array.Find(named, code => known.All(t => t.Code != code)) is { } unknown
            ? MemberRefusals.TagNotFound(unknown)
            : null;
    }
}
