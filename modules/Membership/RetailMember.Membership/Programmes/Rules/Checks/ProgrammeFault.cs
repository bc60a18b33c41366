using System.Globalization;

namespace RetailMember.Membership.Programmes;

/// <summary>One thing that is wrong with a document.</summary>
/// <param name="Code">Stable; also the key of its text.</param>
/// <param name="Path">Where in the document, as a JSON path.</param>
/// <param name="Value">What it says there.</param>
internal sealed record ProgrammeFault(string Code, string Path, object? Value = null)
{
    public const string Prefix = "membership.programme.";

    public static ProgrammeFault Unreadable(string path, object? value = null) =>
        new(Prefix + "unreadable", path, value);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} at {Path}: {Value}");
}
