namespace RetailMember.Modules;

/// <summary>An entry of the side navigation, shown to whoever has the permission.</summary>
/// <param name="Text">Text key.</param>
/// <param name="Path">Below <c>/brands/{brand}/</c>, or below <c>/</c> for a chain page.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
public sealed record MenuItem(string Text, string Path, string Icon, string Permission, int Order)
{
    /// <summary>A page of the chain rather than of one brand.</summary>
    public bool ForChain { get; init; }
}
