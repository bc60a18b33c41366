using FluentValidation;
using RetailMember.Texts;

namespace RetailMember.Platform.People;

internal static class PeopleRules
{
    public static void Language<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(language => language is null || TextCatalogue.Languages.Contains(language))
            .WithErrorCode("field.language");
}
