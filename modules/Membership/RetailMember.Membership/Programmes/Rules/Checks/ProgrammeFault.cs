using System.Globalization;

namespace RetailMember.Membership.Programmes;

/// <summary>One thing that is wrong with a document: a stable code (also its text's key), where, and what it says there.</summary>
internal sealed record ProgrammeFault(string Code, string Path, object? Value = null)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} at {Path}: {Value}");
}
