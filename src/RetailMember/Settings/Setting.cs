using System.Globalization;
using RetailMember.UseCases;

namespace RetailMember.Settings;

/// <summary>A named value that head office may set for the chain or for one brand. Its text key is
/// <c>setting.</c> followed by the name.</summary>
/// <param name="Default">As text: whole numbers, true/false, or words.</param>
public sealed record Setting(string Name, SettingKind Kind, string Default)
{
    /// <summary>The least that a whole number may be; null: no bound.</summary>
    public long? Least { get; init; }

    /// <summary>The most that a whole number may be; null: no bound.</summary>
    public long? Most { get; init; }

    /// <summary>The words of a choice; the text key of each is <c>setting-choice.</c> followed by the word.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Why it does not take a value that somebody gives it in a field; null: it does.</summary>
    public FieldFault? FaultOf(string field, string value)
    {
        switch (Kind)
        {
            case SettingKind.WholeNumber:
                if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    return new FieldFault(field, "field.malformed");
                return number < Least || number > Most
                    ? new FieldFault(field, "field.inclusive-between", ("from", Least), ("to", Most))
                    : null;
            case SettingKind.YesNo: return value is "true" or "false" ? null : new FieldFault(field, "field.malformed");
            case SettingKind.Choice: return Choices.Contains(value) ? null : new FieldFault(field, "field.enum");
            default: return null;
        }
    }
}

public enum SettingKind
{
    Text,
    WholeNumber,
    YesNo,

    /// <summary>One of a few words, read as text.</summary>
    Choice,
}

/// <summary>Reads settings: the brand's value, else the chain's, else the default.</summary>
public interface ISettings
{
    string Text(string name, int? brandId);

    long WholeNumber(string name, int? brandId);

    bool YesNo(string name, int? brandId);
}
