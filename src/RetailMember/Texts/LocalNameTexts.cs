namespace RetailMember.Texts;

/// <summary>Names that are data, in the language of the request.</summary>
public static class LocalNameTexts
{
    /// <summary>The name in the language of these texts.</summary>
    public static string In(this ITexts texts, LocalName name) => name.In(texts.Language);
}
