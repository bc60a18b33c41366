using System.Globalization;
using RetailMember.Modules;
using RetailMember.Settings;

namespace RetailMember.Testing.Shop;

/// <summary>Settings that nobody has changed.</summary>
public sealed class DefaultSettings(ModuleCatalogue modules) : ISettings
{
    public string Text(string name, int? brandId) =>
        modules.Modules.SelectMany(m => m.Description.Settings).Single(s => s.Name == name).Default;

    public long WholeNumber(string name, int? brandId) => long.Parse(Text(name, brandId), CultureInfo.InvariantCulture);

    public bool YesNo(string name, int? brandId) => bool.Parse(Text(name, brandId));
}
