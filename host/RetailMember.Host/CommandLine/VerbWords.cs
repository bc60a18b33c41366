using System.Globalization;
using RetailMember.Texts;

namespace RetailMember.Host.CommandLine;

/// <summary>Texts of the command line, in the language of the terminal.</summary>
internal sealed class VerbWords(ITexts texts)
{
    public ITexts Texts => texts;

    public string Of(string verb) => texts[$"verb.{verb.Replace(' ', '.')}"];

    public string Of(string verb, string parameter) => texts[$"verb.{verb.Replace(' ', '.')}.{parameter.TrimStart('-')}"];

    /// <summary>Chinese where the terminal says so, else English: the languages that the texts come in.</summary>
    public static string Language() =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? TextCatalogue.DefaultLanguage : "en";
}
