using System.Reflection;
using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests.Rules;

public static class PersonalInputs
{
    private static readonly HashSet<string> Always = ["Member", "Mobile", "Card"];

    public static IReadOnlyList<string> Unmarked(IEnumerable<UseCaseInfo> useCases) =>
    [
        .. from useCase in useCases
           from property in useCase.InputType.GetProperties()
           where property.PropertyType == typeof(string) && !property.IsDefined(typeof(PersonalAttribute))
           where Always.Contains(property.Name) || IsOfMembers(useCase, property.Name)
           select $"{useCase.Name}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)} is not marked [Personal]",
    ];

    /// <summary>A name beside a mobile is a person's; elsewhere name and search speak of stores and brands.</summary>
    private static bool IsOfMembers(UseCaseInfo useCase, string property) =>
        (property == "Name" && useCase.InputType.GetProperty("Mobile") is not null)
        || (property == "Search" && useCase.Type.Name.Contains("Member", StringComparison.Ordinal));
}
