using RetailMember.Modules;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Platform.Settings;

/// <summary>All settings with the value that holds for the call's brand or the chain, and where it comes from.</summary>
[Needs("Platform.Settings.View")]
internal sealed class FindSettings(ModuleCatalogue modules, SettingDirectory settings, IEnumerable<ISettingRule> rules)
    : Query<FindSettings.Input, FindSettings.Result>
{
    public sealed record Input : IInput<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="Own">What was set at exactly this level; null where it is inherited.</param>
    /// <param name="Least">Of a whole number; null: no bound.</param>
    /// <param name="Most">Of a whole number; null: no bound.</param>
    /// <param name="Choices">The words that it takes; empty: it is no choice.</param>
    /// <param name="Warning">What stands against the value; null: nothing.</param>
    public sealed record Item(
        string Name, string Module, SettingKind Kind, string Value, string? Own, string Default,
        long? Least, long? Most, IReadOnlyList<string> Choices, string? Warning);

    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brandId = call.Brand?.Id;
        var items =
            from module in modules.Modules
            from setting in module.Description.Settings
            select new Item(
                setting.Name, module.Name, setting.Kind, settings.Text(setting.Name, brandId),
                settings.Own(setting.Name, brandId), setting.Default, setting.Least, setting.Most, setting.Choices,
                rules.Select(r => r.WarningOf(setting.Name, settings, brandId)).OfType<string>().FirstOrDefault());
        return Task.FromResult(new Result([.. items]));
    }
}
