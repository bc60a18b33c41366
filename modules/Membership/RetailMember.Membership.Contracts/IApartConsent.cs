using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>
/// A seam of what members agree to apart from the core's own purposes, such as that a module keeps data of a special kind:
/// so that it can be seen, and taken back, beside all others. Asked whether or not the module is on for the brand; it is
/// given where the module says.
/// </summary>
[Seam]
public interface IApartConsent
{
    /// <summary>Stable word, unique among all.</summary>
    string Code { get; }

    /// <summary>Text key of what is agreed to.</summary>
    string Title { get; }

    /// <summary>Text key of what taking it back does.</summary>
    string Means { get; }

    /// <summary>When a member, or one who was merged into him, has agreed to what still holds, UTC; null: nothing holds.</summary>
    Task<DateTime?> GivenAtAsync(Guid member, CancellationToken cancel);

    /// <summary>Takes it back, and what it allowed: in the caller's transaction, with the member locked. Once more: nothing.</summary>
    Task WithdrawAsync(Guid member, CallContext call, CancellationToken cancel);
}
