using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of programmes: a ready one that a module proposes, to start a brand's own from. It is offered where the module is
/// on, and is data like any other: its examples must come out, and head office changes what it likes.
/// </summary>
/// <param name="Module">The module that proposes it.</param>
/// <param name="Code">
/// Unique among all templates. Its texts are <c>membership.programmes.template.</c> and
/// <c>membership.programmes.template-hint.</c> followed by it, in the module's own text files.
/// </param>
/// <param name="Read">Reads the document, as JSON.</param>
[Seam]
public sealed record ProgrammeProposal(string Module, string Code, Func<string> Read)
{
    /// <summary>
    /// Code of the brand of the demonstration chain that runs it, where the module is on by then; null: none does.
    /// </summary>
    public string? ShownBy { get; init; }
}
