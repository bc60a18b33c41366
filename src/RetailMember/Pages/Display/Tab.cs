namespace RetailMember.Pages.Display;

/// <summary>One tab: a link, so that a tab has its own address and the server renders one of them only.</summary>
/// <param name="Count">A number beside the text, for example open approvals.</param>
public sealed record Tab(string Text, string Address, bool Active, string? Icon = null, long? Count = null);
