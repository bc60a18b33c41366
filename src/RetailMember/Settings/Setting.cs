namespace RetailMember.Settings;

/// <summary>A named value that head office may set for the chain or for one brand. Its text key is
/// <c>setting.</c> followed by the name.</summary>
/// <param name="Default">As text: whole numbers, true/false, or words.</param>
public sealed record Setting(string Name, SettingKind Kind, string Default);

public enum SettingKind
{
    Text,
    WholeNumber,
    YesNo,
}

/// <summary>Reads settings: the brand's value, else the chain's, else the default.</summary>
public interface ISettings
{
    string Text(string name, int? brandId);

    long WholeNumber(string name, int? brandId);

    bool YesNo(string name, int? brandId);
}
