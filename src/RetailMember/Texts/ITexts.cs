namespace RetailMember.Texts;

/// <summary>The texts of all modules in the language of the present request (zh-Hans or en).</summary>
public interface ITexts
{
    /// <summary>The text, or the key itself where no file has it (a test finds those).</summary>
    string this[string key] { get; }

    string Language { get; }

    bool Has(string key);

    /// <summary>The text with {0}, {1}… filled in.</summary>
    string Format(string key, params object?[] args);

    /// <summary>
    /// The text with {name} filled in from facts, as refusals have them. A fact that the texts know, such as the
    /// permission <c>Platform.Brands.Change</c>, is filled in by what people call it.
    /// </summary>
    string Format(string key, IReadOnlyList<(string Name, object? Value)> facts);
}
