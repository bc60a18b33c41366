using RetailMember.Modules;

namespace RetailMember.StoredValue;

/// <summary>
/// A seam of the core: a module hears that principal of cards' loads is paid out again, because a sale was taken back, a card
/// was given up, or what came back to one that was given up is owed. It is told in the payout's own transaction and under the
/// card's lock, once <see cref="ICardLoads"/> reads as it is afterwards; told also where the module was switched off
/// meanwhile, because what it did for the load is still out. One that throws undoes the payout.
/// </summary>
[Seam]
public interface IPrincipalFollower
{
    /// <summary>Of these loads, principal was paid out.</summary>
    /// <param name="loads">Their keys, each once.</param>
    /// <param name="cancel">Cancels.</param>
    Task PaidOutAsync(IReadOnlyCollection<Guid> loads, CancellationToken cancel);
}
