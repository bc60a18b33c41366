namespace RetailMember.Membership;

/// <summary>
/// What other modules may know of the members of the session's current brand: never name or mobile. Members of every
/// status are told; what a closed one may still do is for the asker to say.
/// </summary>
public interface IMemberFiles
{
    /// <summary>
    /// Members by what a till scans or types: member number, card or mobile. An identifier that names nobody is absent.
    /// </summary>
    Task<IReadOnlyDictionary<string, MemberSummary>> FindAsync(
        IReadOnlyCollection<string> identifiers, CancellationToken cancel);

    /// <summary>Members by their keys; absent where there is no such member.</summary>
    Task<IReadOnlyDictionary<Guid, MemberSummary>> ReadAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>Active members of a segment in the order of their keys: the way to walk through all of them.</summary>
    /// <param name="segment">Who is meant.</param>
    /// <param name="after">The last key of the page before; null starts with the first.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<MemberSummary>> WalkAsync(
        MemberSegment segment, Guid? after, int count, CancellationToken cancel);

    /// <summary>How many active members a segment has now.</summary>
    Task<long> CountAsync(MemberSegment segment, CancellationToken cancel);
}

/// <summary>A member, as far as other modules need to know him.</summary>
/// <param name="Id">The member's key.</param>
/// <param name="MemberNo">The number that people know him by; unique in the brand.</param>
/// <param name="IsActive">False while he applies, and once he was refused or closed.</param>
/// <param name="Tier">Code of the tier held.</param>
/// <param name="JoinedOn">Business date of the brand.</param>
public sealed record MemberSummary(Guid Id, string MemberNo, bool IsActive, string Tier, DateOnly JoinedOn)
{
    /// <summary>When he last bought something, UTC; null before the first time. What he gave back counts too.</summary>
    public DateTime? LastPurchaseAt { get; init; }

    /// <summary>The store that enrolled him; null: none did.</summary>
    public int? StoreId { get; init; }
}

/// <summary>A group of a brand's active members: every condition that is given must hold.</summary>
/// <param name="Tiers">Codes of tiers, one of which is held; empty: any tier.</param>
/// <param name="JoinedFrom">First business day of joining; null: any.</param>
/// <param name="JoinedTo">Last business day of joining; null: any.</param>
public sealed record MemberSegment(
    IReadOnlyList<string> Tiers, DateOnly? JoinedFrom = null, DateOnly? JoinedTo = null)
{
    /// <summary>Business days of joining, one of which it is; null: any.</summary>
    public IReadOnlyList<DateOnly>? JoinedOnOneOf { get; init; }

    /// <summary>
    /// Business days, one of which is a birthday; null: any. Who was born on 29 February has it on the 28th in years
    /// without one.
    /// </summary>
    public IReadOnlyList<DateOnly>? BirthdayOnOneOf { get; init; }

    /// <summary>
    /// Business day at whose end one of <see cref="Tiers"/> was held; null: it is held now. What comes later does not count.
    /// </summary>
    public DateOnly? TiersHeldOn { get; init; }

    /// <summary>First business day on which he may have bought for the last time; null: any, or never.</summary>
    public DateOnly? LastBoughtFrom { get; init; }

    /// <summary>Last business day on which he may have bought for the last time; null: any, or never.</summary>
    public DateOnly? LastBoughtTo { get; init; }

    /// <summary>Codes of tags, one of which he has; empty: any member. A tag that is not there is nobody's.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whoever is in one of these groups is not in this one.</summary>
    public IReadOnlyList<MemberSegment> Except { get; init; } = [];
}
