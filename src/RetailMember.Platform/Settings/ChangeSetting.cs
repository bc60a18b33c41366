using FluentValidation;
using RetailMember.Brands;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Platform.Settings;

/// <summary>
/// Sets a value for the call's brand or the chain, from the next request on; null goes back to what is inherited.
/// </summary>
[Needs("Platform.Settings.Change")]
internal sealed class ChangeSetting(
    SettingDirectory settings, IEnumerable<ISettingRule> rules, IBrandDirectory brands, PlatformDb db, Changes changes)
    : UseCase<ChangeSetting.Input, ChangeSetting.Result>
{
    public sealed record Input(string Name, string? Value) : IInput<Result>;

    public sealed record Result(string Name, string? Value);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var setting = settings.Find(input.Name)
            ?? throw new Refusal("platform.setting-not-found", RefusalKind.NotFound, ("setting", input.Name));
        if (input.Value is not null && setting.FaultOf("value", input.Value) is { } fault) throw Refusal.Invalid([fault]);
        RequireFit(new ChangedSettings(settings, setting, call.Brand?.Id, input.Value), setting.Name, call.Brand?.Id);
        var brandId = call.Brand?.Id ?? 0;
        var row = await db.Settings.FindAsync([input.Name, brandId], cancel);
        if (input.Value is null)
        {
            if (row is not null) db.Settings.Remove(row);
        }
        else if (row is not null)
            row.Value = input.Value;
        else
            db.Settings.Add(new SettingRow { Name = input.Name, BrandId = brandId, Value = input.Value });

        await changes.OfSettingsAsync(cancel);
        return new Result(input.Name, input.Value);
    }

    /// <summary>What the chain sets holds for every brand that has set nothing itself.</summary>
    private void RequireFit(ChangedSettings after, string name, int? brandId)
    {
        int?[] levels = brandId is null ? [null, .. brands.Brands.Select(b => (int?)b.Id)] : [brandId];
        foreach (var level in levels.Where(l => l == brandId || settings.Own(name, l) is null))
            foreach (var rule in rules)
                rule.Require(name, after, level);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Value).MaximumLength(SettingRow.ValueLength);
    }
}
