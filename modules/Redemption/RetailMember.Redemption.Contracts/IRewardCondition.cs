using RetailMember.Modules;

namespace RetailMember.Redemption;

/// <summary>
/// A seam of the catalogue: a module says which members meet a condition of its own, on which a price then may depend.
/// It is asked inside the redemption's transaction, only where the module is on for the brand; it reads and does not
/// write. Conditions are independent of each other; two of one name are a fault of the host's set-up.
/// </summary>
[Seam]
public interface IRewardCondition
{
    /// <summary>The module that knows it.</summary>
    string Module { get; }

    /// <summary>
    /// What prices name it by: at most 64 characters, such as <c>pharmacy.gold-this-year</c>.
    /// People read the text <c>reward-condition.</c> + name in its module's text files instead.
    /// </summary>
    string Name { get; }

    /// <summary>Those of the members who meet it on a business day of the brand.</summary>
    ValueTask<IReadOnlySet<Guid>> WhoMeetsAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel);
}
