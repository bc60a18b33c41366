using RetailMember.Texts;

namespace RetailMember.Redemption;

/// <summary>"You can redeem this now", for other modules that tell members so. Works for the session's current brand.</summary>
public interface IAffordableRewards
{
    /// <summary>
    /// What the own points of each of these members buy on a business day, of what he may have at any store, is in stock and
    /// is within his limits; the dearest first. Who is not active is absent.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<AffordableReward>>> OfAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel);
}

/// <summary>A reward that a member can have.</summary>
/// <param name="Reward">Its code.</param>
/// <param name="Points">What it costs him now.</param>
public sealed record AffordableReward(string Reward, LocalName Name, long Points);
