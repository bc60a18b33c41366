using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.Testing.Shop;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>A shop where head office has changed some settings.</summary>
public abstract class SettingsShop(params (string Name, string Value)[] changed) : CardShop(DatabaseKind.Sqlite, new MembersInMemory())
{
    private readonly Dictionary<string, string> changed = changed.ToDictionary(c => c.Name, c => c.Value);

    public void Set(string name, string value) => changed[name] = value;

    protected override void AddMore(IServiceCollection services) => services.AddSingleton<ISettings>(
        scope => new Changed(new DefaultSettings(scope.GetRequiredService<ModuleCatalogue>()), changed));
}

/// <summary>Settings of which some are other ones.</summary>
internal sealed class Changed(ISettings others, Dictionary<string, string> own) : ISettings
{
    public string Text(string name, int? brandId) => own.GetValueOrDefault(name) ?? others.Text(name, brandId);

    public long WholeNumber(string name, int? brandId) => long.Parse(Text(name, brandId), null);

    public bool YesNo(string name, int? brandId) => bool.Parse(Text(name, brandId));
}
