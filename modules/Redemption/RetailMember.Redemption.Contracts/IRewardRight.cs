using RetailMember.Modules;

namespace RetailMember.Redemption;

/// <summary>
/// A seam of the catalogue: a module grants a right that points can buy, such as a higher tier or a longer validity.
/// Granted inside the redemption's transaction, and only where the module is on for the brand; two of one name are a
/// fault of the host's set-up.
/// </summary>
[Seam]
public interface IRewardRight
{
    /// <summary>The module that grants it.</summary>
    string Module { get; }

    /// <summary>
    /// What rewards name it by: at most 64 characters, such as <c>membership.tier</c>.
    /// People read the text <c>reward-right.</c> + name in its module's text files instead.
    /// </summary>
    string Name { get; }

    /// <summary>Whether a reward may say this of the right.</summary>
    bool Accepts(string parameter) => true;

    /// <summary>Grants it to a member of the session's current brand.</summary>
    /// <returns>Null, or the code of a refusal that undoes the whole redemption.</returns>
    Task<string?> GrantAsync(RightGrant grant, CancellationToken cancel);

    /// <summary>
    /// Takes from the member what was granted, as long as he has had nothing of it; left alone, a right does not come back.
    /// </summary>
    /// <param name="grant">As it was granted; the day is the one on which it is taken back.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Null, or the code of a refusal that undoes the whole return.</returns>
    Task<string?> TakeBackAsync(RightGrant grant, CancellationToken cancel) =>
        Task.FromResult<string?>(RewardRefusals.RightNotReturnable);
}

/// <summary>A right on its way to a member.</summary>
/// <param name="Member">The member's key.</param>
/// <param name="Parameter">What the reward says of it, such as a tier's code; may be empty.</param>
/// <param name="Order">The redemption order, for the module's own history.</param>
/// <param name="On">Business date of the brand.</param>
public sealed record RightGrant(Guid Member, string Parameter, Guid Order, DateOnly On);
