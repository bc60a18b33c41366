using System.Text.Json;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.HandOver;

/// <summary>Finds the value of each of a template's variables for one message.</summary>
internal static class TemplateValues
{
    /// <summary>Null where one is missing, or longer than the provider takes it.</summary>
    public static IReadOnlyDictionary<string, string>? Of(
        TemplateTerms terms, Message message, MemberContact? contact, Brand brand)
    {
        var given = message.Values is null
            ? []
            : JsonSerializer.Deserialize<Dictionary<string, string>>(message.Values, Json.Options)!;
        return Of(terms, given, contact, brand);
    }

    public static IReadOnlyDictionary<string, string>? Of(
        TemplateTerms terms, IReadOnlyDictionary<string, string> given, MemberContact? contact, Brand brand)
    {
        var values = new Dictionary<string, string>(terms.Variables.Count);
        foreach (var variable in terms.Variables)
        {
            var value = variable.Source switch
            {
                VariableSource.MemberName => contact?.Name,
                VariableSource.MemberNo => contact?.MemberNo,
                VariableSource.BrandName => brand.Name,
                _ => given.GetValueOrDefault(variable.Name),
            };
            if (string.IsNullOrEmpty(value) || value.Length > variable.Longest) return null;
            values[variable.Name] = value;
        }

        return values;
    }
}
