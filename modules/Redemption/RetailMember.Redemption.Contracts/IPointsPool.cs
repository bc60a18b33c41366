using RetailMember.Modules;

namespace RetailMember.Redemption;

/// <summary>
/// A seam of the catalogue: a module says whose points may pay for a member's redemption beside his own, such as those of his
/// household. Only points are shared, nothing that tells what anybody bought. It is asked inside the redemption's
/// transaction, only where the module is on for the brand; what several modules say adds up.
/// </summary>
[Seam]
public interface IPointsPool
{
    /// <summary>The module that knows it.</summary>
    string Module { get; }

    /// <summary>The other members of each member's pool; a member without a pool is absent.</summary>
    ValueTask<IReadOnlyDictionary<Guid, IReadOnlyCollection<Guid>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel);
}
