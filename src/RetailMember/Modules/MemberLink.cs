namespace RetailMember.Modules;

/// <summary>A place of the pages that members see on their phones.</summary>
/// <param name="Text">Text key.</param>
/// <param name="Path">Below <c>/m/{brand}/</c>; empty for the first page.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
/// <param name="Order">Lower ones first; home is 0, the member's own page 1000.</param>
public sealed record MemberLink(string Text, string Path, string Icon, int Order)
{
    /// <summary>In the bar at the foot of every page; otherwise in the list of the member's own page.</summary>
    public bool InBar { get; init; }
}
