namespace RetailMember.Modules;

/// <summary>A page of a module about one member, to which his file leads staff who have the permission.</summary>
/// <param name="Text">Text key.</param>
/// <param name="Path">Below <c>/brands/{brand}/</c>, with <c>{member}</c> for the member's number.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
public sealed record MemberTab(string Text, string Path, string Icon, string Permission);
