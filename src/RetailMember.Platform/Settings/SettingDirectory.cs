using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Modules;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.Settings;

namespace RetailMember.Platform.Settings;

/// <summary>Settings from memory: the brand's value, else the chain's, else the module's default.</summary>
internal sealed class SettingDirectory(
    ModuleCatalogue modules, IServiceScopeFactory scopes, ILogger<SettingDirectory> log)
    : Snapshot<FrozenDictionary<(string Name, int BrandId), string>>("settings", scopes, log), ISettings
{
    private readonly FrozenDictionary<string, Setting> known =
        modules.Modules.SelectMany(m => m.Description.Settings).ToFrozenDictionary(s => s.Name);

    public Setting? Find(string name) => known.GetValueOrDefault(name);

    public string Text(string name, int? brandId)
    {
        if (!known.TryGetValue(name, out var setting))
            throw new InvalidOperationException($"No module describes the setting {name}.");
        return Fitting(setting, brandId) ?? Fitting(setting, null) ?? setting.Default;
    }

    public long WholeNumber(string name, int? brandId) => long.Parse(Text(name, brandId), CultureInfo.InvariantCulture);

    public bool YesNo(string name, int? brandId) => bool.Parse(Text(name, brandId));

    /// <summary>What was set for exactly this level; null where nothing was.</summary>
    public string? Own(string name, int? brandId) => Current.GetValueOrDefault((name, brandId ?? 0));

    /// <summary>What was set while the setting took more than it does now counts for nothing.</summary>
    private string? Fitting(Setting setting, int? brandId) =>
        Own(setting.Name, brandId) is { } own && setting.FaultOf(setting.Name, own) is null ? own : null;

    protected override async Task<FrozenDictionary<(string Name, int BrandId), string>> ReadAsync(
        PlatformDb db, CancellationToken cancel)
    {
        var rows = await db.Settings.AsNoTracking().ToListAsync(cancel);
        return rows.ToFrozenDictionary(r => (r.Name, r.BrandId), r => r.Value);
    }
}
