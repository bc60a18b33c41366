using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets;

/// <summary>Who belongs to what a target is divided over: the areas of a brand, the stores of an area, the people of a store.</summary>
internal sealed class TargetParts(IBrandDirectory brands, IStaff staff)
{
    /// <summary>By what they are known by, each with its name; refused where the area or store is unknown.</summary>
    public IReadOnlyList<(string Of, string Name)> Of(TargetScope over, string? within, int brandId)
    {
        (string, string)[] found = over switch
        {
            TargetScope.Area => [.. brands.StoresOf(brandId).Select(s => s.Area).Distinct().Select(a => (a, a))],
            TargetScope.Store => [.. brands.StoresOf(brandId).Where(s => s.Area == within).Select(s => (s.Code, s.Name))],
            _ => StoreOf(within, brandId) is { } store
                ? [.. staff.Of(brandId).Where(p => p.StoresIn(brandId).Contains(store.Id)).Select(p => (p.UserName, p.DisplayName))]
                : [],
        };
        return found.Length > 0 ? found : throw Refusal.Invalid("within", "storedvalue.target-of-nobody");
    }

    /// <summary>What people call what is divided; null: the whole team.</summary>
    public string? NameOf(TargetScope over, string? within, int brandId) =>
        over == TargetScope.Person ? StoreOf(within, brandId)?.Name : within;

    private Store? StoreOf(string? code, int brandId) => code is null ? null : brands.FindStore(brandId, code);
}

internal static class TargetPartsRules
{
    /// <summary>A role's target is each of its people's, so that there is nothing to divide.</summary>
    public static IRuleBuilderOptions<T, TargetScope> IsDivisible<T>(this IRuleBuilder<T, TargetScope> scope) =>
        scope.IsInEnum().NotEqual(TargetScope.Role);
}
