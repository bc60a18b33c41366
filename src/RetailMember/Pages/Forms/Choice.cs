namespace RetailMember.Pages.Forms;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is sent.</param>
public sealed record Choice(string Value, string Text);
