using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Host.OpenApi;
using RetailMember.Testing;
using RetailMember.UseCases;

namespace RetailMember.Host.Tests;

/// <summary>Schemas of the OpenAPI document over all modules that are there, verticals included.</summary>
public sealed class SchemaNameTests(WholeHost fixture) : IClassFixture<WholeHost>
{
    [Fact]
    public void No_two_types_that_calls_and_answers_hold_have_one_name()
    {
        var types = Reached();
        types.Select(t => t.Assembly).Distinct().Count().ShouldBeGreaterThan(10);

        var shared = types
            .Select(type => (Type: type, Name: SchemaNames.Of(Json.Options.GetTypeInfo(type))))
            .Where(t => t.Name is not null)
            .GroupBy(t => t.Name, t => Nullable.GetUnderlyingType(t.Type) ?? t.Type)
            .Where(name => name.Distinct().Count() > 1);

        shared.Select(name => $"{name.Key}: {string.Join(", ", name.Distinct())}").ShouldBeEmpty();
    }

    [Fact]
    public void A_use_case_of_the_same_name_in_two_verticals_keeps_its_own_schemas()
    {
        var inputs = fixture.Host.Services.GetRequiredService<UseCaseCatalogue>().All
            .GroupBy(u => u.Type.Name).Where(name => name.Count() > 1).SelectMany(u => u).ToList();

        inputs.ShouldNotBeEmpty();
        inputs.Select(u => SchemaNames.Of(Json.Options.GetTypeInfo(u.InputType))).ShouldBeUnique();
    }

    private HashSet<Type> Reached()
    {
        var seen = new HashSet<Type>();
        foreach (var useCase in fixture.Host.Services.GetRequiredService<UseCaseCatalogue>().All)
        {
            Follow(useCase.InputType, seen);
            Follow(useCase.ResultType, seen);
        }

        return seen;
    }

    private static void Follow(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return;
        var info = Json.Options.GetTypeInfo(type);
        if (info.ElementType is { } element) Follow(element, seen);
        if (info.KeyType is { } key) Follow(key, seen);
        if (info.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in info.Properties) Follow(property.PropertyType, seen);
    }
}
