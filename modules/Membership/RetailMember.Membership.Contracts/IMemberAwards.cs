using RetailMember.Brands;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>
/// Gives members something outside of a purchase, and takes it back by what was recorded: points, growth value, a
/// participation, a higher tier. Works for the session's current brand, inside the caller's transaction: what the caller
/// rolls back never happened. Each item of a call keeps its own outcome.
/// </summary>
public interface IMemberAwards
{
    /// <summary>
    /// Locks members in the order of their keys until the transaction ends, and says how they stand: nobody else records
    /// purchases, refunds or awards of them meanwhile. Members that the brand does not have are absent.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, MemberSummary>> HoldAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>
    /// Gives awards. The same key again is answered with the first award, whatever became of it. Refuses:
    /// <see cref="AwardRefusals.NotActive"/>, <see cref="AwardRefusals.TierUnknown"/>, <see cref="AwardRefusals.KeyReused"/>,
    /// and what the ledger refuses.
    /// </summary>
    Task<IReadOnlyList<AwardOutcome>> GrantAsync(IReadOnlyList<AwardGrant> awards, CancellationToken cancel);

    /// <summary>
    /// Takes awards back. Points that were spent are taken by the refund policy of the programme that was in force at the
    /// award; the tier becomes what it would be without it. Refuses: <see cref="AwardRefusals.NotFound"/>.
    /// </summary>
    Task<IReadOnlyList<AwardUndone>> UndoAsync(IReadOnlyList<AwardUndo> undoings, CancellationToken cancel);

    /// <summary>
    /// What has been taken back since a posting of all that had made up the account's points when an award was given: for
    /// an award that depended on the balance. What has come to the account only after it, as by a merge, is none of it.
    /// </summary>
    /// <param name="key">The award's key.</param>
    /// <param name="since">The number of the ledger's newest posting before.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Below zero where more was given back than taken.</returns>
    Task<long> TakenBehindAsync(string key, long since, CancellationToken cancel);

    /// <summary>The awards whose key begins so, by key: the way to walk through all of them.</summary>
    /// <param name="keyPrefix">How the keys begin.</param>
    /// <param name="after">The last key of the page before; null starts with the first.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<AwardRecord>> WalkAsync(string keyPrefix, string? after, int count, CancellationToken cancel);
}

/// <summary>An award as it was recorded.</summary>
/// <param name="PointsTaken">Taken back of its points.</param>
/// <param name="Withdrawn">All of it was taken back.</param>
public sealed record AwardRecord(string Key, Guid Member, long Points, long PointsTaken, long Growth, bool Withdrawn);

/// <summary>An award for a member. Points live as long as points earned on its day.</summary>
public sealed record AwardGrant
{
    /// <summary>Business key, at most 64 characters, unique in the brand for ever.</summary>
    public required string Key { get; init; }

    /// <summary>The member's key.</summary>
    public required Guid Member { get; init; }

    /// <summary>Not negative.</summary>
    public long Points { get; init; }

    /// <summary>Growth value, not negative; counts towards the tier.</summary>
    public long Growth { get; init; }

    /// <summary>Something that the member took part in; counts once a day.</summary>
    public string? Activity { get; init; }

    /// <summary>
    /// Code of a tier to raise the member to, which then lasts as the programme says of tiers that are granted. Never
    /// lowers: whoever holds this tier or a better one keeps what he has.
    /// </summary>
    public string? Tier { get; init; }

    public required AwardReason Reason { get; init; }

    public required AwardOccasion Occasion { get; init; }
}

/// <summary>Which rule gave it, and by which inputs: the answer to 'why is it this number?'.</summary>
/// <param name="Rule">Code of the rule, at most 64 characters.</param>
/// <param name="Version">Its version; <see cref="Unversioned"/> where it has none.</param>
/// <param name="Inputs">Text key of a name, and the value.</param>
public sealed record AwardReason(string Rule, int Version, IReadOnlyList<AwardInput> Inputs)
{
    /// <summary>The version of what has no versions.</summary>
    public const int Unversioned = 0;

    /// <summary>Text key of what the award is called in a member's list of postings; null for the usual word.</summary>
    public string? Title { get; init; }
}

/// <summary>One input of an award.</summary>
/// <param name="Name">Text key with the place <c>{0}</c> for the value.</param>
/// <param name="Value">As it is shown.</param>
/// <param name="Title">Shown instead of the value, in the language of whoever asks; null where there is none.</param>
public sealed record AwardInput(string Name, string Value, LocalName? Title = null)
{
    /// <summary>An input that has a name in each language.</summary>
    public static AwardInput Named(string name, LocalName title) => new(name, title.ZhHans, title);
}

/// <summary>When, where and by whom.</summary>
/// <param name="At">UTC.</param>
/// <param name="On">Business date of the brand.</param>
/// <param name="Operator">A person, a till or a job; at most 64 characters.</param>
public sealed record AwardOccasion(DateTime At, DateOnly On, string Operator, int? StoreId = null)
{
    /// <summary>When, where and by whom a call happens.</summary>
    public static AwardOccasion Of(CallContext call) =>
        new(call.At, call.RequiredBrand.DateOf(call.At), call.Caller.Name, call.Store?.Id);
}

/// <summary>What became of an <see cref="AwardGrant"/>.</summary>
/// <param name="Points">Posted.</param>
/// <param name="TierBefore">Code of the tier held before; null where the award did not raise it.</param>
/// <param name="TierAfter">Code of the tier that it raised him to; null where it did not.</param>
/// <param name="Refusal">One of <see cref="AwardRefusals"/>, or the ledger's code; null where it was given.</param>
public sealed record AwardOutcome(
    long Points, long Growth, string? TierBefore, string? TierAfter, bool Replayed = false, string? Refusal = null)
{
    /// <summary>The answer to an award that was not given.</summary>
    public static AwardOutcome Refused(string code) => new(0, 0, null, null, Refusal: code);
}

/// <summary>An award to take back, wholly or some of its points.</summary>
/// <param name="Key">The key under which it was given.</param>
/// <param name="Points">Points to take; null takes back all of it: points, growth, participation and tier.</param>
/// <param name="Reason">Why, such as <c>refund</c>; at most 64 characters.</param>
public sealed record AwardUndo(string Key, long? Points, string Reason, AwardOccasion Occasion);

/// <summary>What became of an <see cref="AwardUndo"/>.</summary>
/// <param name="Points">Taken back now: less than asked for where the refund policy spares what was spent.</param>
/// <param name="TierBefore">Code of the tier held before; null where it stays.</param>
/// <param name="TierAfter">Code of the tier held now; null where it stays.</param>
/// <param name="Refusal">One of <see cref="AwardRefusals"/>; null where it was done.</param>
public sealed record AwardUndone(
    long Points, long Growth, string? TierBefore = null, string? TierAfter = null, string? Refusal = null);

/// <summary>The stable codes of what awards are refused for; each is a text key.</summary>
public static class AwardRefusals
{
    /// <summary>The brand has no such active member.</summary>
    public const string NotActive = "membership.award-member-not-active";

    /// <summary>The programme in force has no such tier.</summary>
    public const string TierUnknown = MemberRefusals.TierNotFoundCode;

    /// <summary>The key was used before for another member.</summary>
    public const string KeyReused = "membership.award-key-reused";

    /// <summary>No award has this key.</summary>
    public const string NotFound = "membership.award-not-found";
}
