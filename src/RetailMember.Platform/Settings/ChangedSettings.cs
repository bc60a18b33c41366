using System.Globalization;
using RetailMember.Settings;

namespace RetailMember.Platform.Settings;

/// <summary>Settings as they would be once one of them is changed at a level.</summary>
/// <param name="settings">As they are.</param>
/// <param name="changed">That is set.</param>
/// <param name="at">The brand for which it is set; null: the chain.</param>
/// <param name="value">What it is set to; null: what is inherited.</param>
internal sealed class ChangedSettings(SettingDirectory settings, Setting changed, int? at, string? value) : ISettings
{
    public string Text(string name, int? brandId)
    {
        if (name != changed.Name) return settings.Text(name, brandId);
        var own = brandId == at ? value : settings.Own(name, brandId);
        if (own is not null && changed.FaultOf(name, own) is null) return own;
        if (at is null) return value ?? changed.Default;
        return brandId is null ? changed.Default : settings.Text(name, null);
    }

    public long WholeNumber(string name, int? brandId) => long.Parse(Text(name, brandId), CultureInfo.InvariantCulture);

    public bool YesNo(string name, int? brandId) => bool.Parse(Text(name, brandId));
}
