using RetailMember.Modules;

namespace RetailMember.Pages;

/// <summary>What a module has to say on the first page that a member sees on his phone.</summary>
[Seam]
public interface IMemberHomePart
{
    /// <summary>The module it belongs to: it stands there only where that is on.</summary>
    string Module { get; }

    /// <summary>Lower ones first; the member's card is 0.</summary>
    int Order { get; }

    /// <summary>A component and its model; null where there is nothing to say.</summary>
    /// <param name="page">In the member's name.</param>
    Task<MemberHomePart?> ForAsync(PageCall page);
}

/// <param name="Component">Takes its model as a cascading parameter of exactly that type.</param>
public sealed record MemberHomePart(Type Component, object Model);
