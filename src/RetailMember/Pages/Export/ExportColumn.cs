namespace RetailMember.Pages.Export;

/// <summary>One column of an exported file.</summary>
/// <param name="Title">In the language of the request.</param>
/// <param name="Value">
/// Text, whole number, decimal, Money (written in yuan), DateOnly, UTC DateTime (written in the file's time zone), bool,
/// or null.
/// </param>
public sealed record ExportColumn<T>(string Title, Func<T, object?> Value);
