using RetailMember.Modules;
using RetailMember.Texts;

namespace RetailMember.Marketing;

/// <summary>
/// A seam of templates: ready words for the letters that a module writes through <see cref="IMemberLetters"/>. They are
/// offered where the module is on; the brand takes them over as a draft, words them as its provider approves them, and
/// another person approves them.
/// </summary>
/// <param name="Module">The module that writes.</param>
/// <param name="Purpose">
/// What for: begins with the module's name in lower case and a full stop; at most 64 characters. It is the template's code, too.
/// </param>
/// <param name="Name">What the template is called.</param>
/// <param name="Body">
/// The words, with variables as ${name}. Those called <c>name</c> and <c>brand</c> are the member's name and the brand's.
/// </param>
/// <param name="Variables">The others, which the module gives.</param>
[Seam]
public sealed record LetterProposal(
    string Module, string Purpose, LocalName Name, string Body, IReadOnlyList<LetterVariable> Variables)
{
    /// <summary>
    /// That a member has such a letter tells something sensitive of him: lists of messages leave out to whom it went, and why
    /// not.
    /// </summary>
    public bool IsSensitive { get; init; }
}

/// <param name="Name">As the words name it.</param>
/// <param name="Longest">Characters.</param>
/// <param name="SampleValue">For previews and tests.</param>
public sealed record LetterVariable(string Name, int Longest, string SampleValue);
