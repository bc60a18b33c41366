using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of whatever must still know who a member is although he has left: a module on whose card money of his stands, for
/// one. Whoever is named stays known; the question is asked again the next night. Called inside a transaction of Membership's.
/// While a plug-in that answered it lies in its folder and cannot be loaded, everybody stays known.
/// </summary>
[Seam(EvenWithoutTables = true)]
public interface IMemberRetention
{
    /// <summary>The module that takes part; asked whether or not it is on for the brand.</summary>
    string Module { get; }

    /// <summary>Those of these members of the session's current brand who must stay known.</summary>
    Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);
}
