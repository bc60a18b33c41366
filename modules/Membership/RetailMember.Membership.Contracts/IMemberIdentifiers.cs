using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// Another way to name a member wherever a member number is accepted, such as the changing code on his phone. Asked before
/// numbers, cards and mobiles are looked for, and on every look-up: it answers from what the identifier itself says.
/// </summary>
[Seam]
public interface IMemberIdentifiers
{
    /// <summary>The key of the brand's member; null for whatever is no identifier of this kind, or no longer good.</summary>
    Guid? MemberOf(int brandId, string identifier);
}
