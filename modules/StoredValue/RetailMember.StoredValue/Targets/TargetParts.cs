using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets;

/// <summary>Who belongs to what a target is divided over: the areas or sales channels of a brand, the stores of an
/// area, the people of a store.</summary>
internal sealed class TargetParts(IBrandDirectory brands, IStaff staff, SalesChannels channels, ITexts texts)
{
    /// <summary>By what they are known by, each with its name; refused where the area or store is unknown.</summary>
    public async Task<IReadOnlyList<(string Of, string Name)>> OfAsync(
        TargetScope over, string? within, int brandId, CancellationToken cancel)
    {
        (string, string)[] found = over switch
        {
            TargetScope.Area => [.. brands.StoresOf(brandId).Select(s => s.Area).Distinct().Select(a => (a, a))],
            TargetScope.Channel => [.. (await channels.OpenAsync(cancel)).Select(c => (c.SalesChannel, texts.In(c.Name)))],
            TargetScope.Store => [.. brands.StoresOf(brandId).Where(s => s.Area == within).Select(s => (s.Code, s.Name))],
            _ => StoreOf(within, brandId) is { } store
                ? [.. staff.Of(brandId).Where(p => p.StoresIn(brandId).Contains(store.Id)).Select(p => (p.UserName, p.DisplayName))]
                : [],
        };
        return found.Length > 0 ? found : throw Refusal.Invalid("within", "storedvalue.target-of-nobody");
    }

    /// <summary>What may have a share of before, and can have none any more: closed sales channels.</summary>
    public async Task<IEnumerable<string>> FormerAsync(TargetScope over, CancellationToken cancel) => over == TargetScope.Channel
        ? (await channels.AllAsync(cancel)).Where(c => c.Closed).Select(c => c.SalesChannel)
        : [];

    /// <summary>What people call what is divided; null: the whole team.</summary>
    public string? NameOf(TargetScope over, string? within, int brandId) =>
        over switch
    {
        TargetScope.Person => StoreOf(within, brandId)?.Name,
        TargetScope.Store => within,
        _ => null,
    };

    private Store? StoreOf(string? code, int brandId) => code is null ? null : brands.FindStore(brandId, code);
}

internal static class TargetPartsRules
{
    /// <summary>A role's target is each of its people's, so that there is nothing to divide.</summary>
    public static IRuleBuilderOptions<T, TargetScope> IsDivisible<T>(this IRuleBuilder<T, TargetScope> scope) =>
        scope.IsInEnum().NotEqual(TargetScope.Role).WithErrorCode("storedvalue.role-is-not-divided");
}
