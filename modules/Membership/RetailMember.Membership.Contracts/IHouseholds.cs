using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the core: a module that knows who lives together says so to others, which treat a household as one where
/// value could be had twice. Nobody has to implement it; what several modules say adds up. It reads and does not write.
/// </summary>
[Seam]
public interface IHouseholds
{
    /// <summary>The module that knows it; it is asked only where that module is on for the brand.</summary>
    string Module { get; }

    /// <summary>The other members of each member's household; a member without one is absent.</summary>
    ValueTask<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel);
}
