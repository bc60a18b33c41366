using RetailMember.Modules;

namespace RetailMember.StoredValue;

/// <summary>
/// A seam of card types: a ready one that a module proposes. It is offered where the module is on; head office takes it over
/// as a draft, changes what it likes and puts it in force, for which its examples must come out like any other's.
/// </summary>
/// <param name="Module">The module that proposes it.</param>
/// <param name="CardType">
/// The code that the type will have. Its text is <c>storedvalue.types.proposed.</c> followed by it, in the module's own text
/// files.
/// </param>
/// <param name="Read">Reads its terms, as JSON in the form in which the API takes them.</param>
[Seam]
public sealed record CardTypeProposal(string Module, string CardType, Func<string> Read);
