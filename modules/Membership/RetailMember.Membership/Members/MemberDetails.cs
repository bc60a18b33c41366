using System.Text.Json.Serialization;
using FluentValidation;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>What a form says of a person. Which of it a brand asks for is declared in its programme's member fields.</summary>
internal abstract record MemberDetails
{
    public const string NameCode = "name";
    public const string MobileCode = "mobile";
    public const string BirthdayCode = "birthday";
    public const string SexCode = "sex";

    [Personal]
    public string? Name { get; init; }

    [Personal]
    public string? Mobile { get; init; }

    [Personal]
    public DateOnly? Birthday { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>Declared fields of the brand's own, by code; dates as 2025-12-31, yes and no as true and false.</summary>
    [Personal]
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a declared field is the person's in every brand, and has a place of its own in the form.</summary>
    public static bool IsOfPerson(string code) => code is NameCode or MobileCode or BirthdayCode or SexCode;

    /// <summary>Codes of everything that was filled in.</summary>
    [JsonIgnore]
    public IEnumerable<string> Given
    {
        get
        {
            if (Name is not null) yield return NameCode;
            if (Mobile is not null) yield return MobileCode;
            if (Birthday is not null) yield return BirthdayCode;
            if (Sex is not null) yield return SexCode;
            foreach (var code in Fields.Keys) yield return code;
        }
    }
}

/// <summary>The form of the details; what the brand declares is looked at by <see cref="DeclaredFields"/>.</summary>
internal abstract class MemberDetailsRules<TForm> : AbstractValidator<TForm>
    where TForm : MemberDetails
{
    private const int LongestName = 60;
    private const int MostFields = 50;
    private static readonly DateOnly EarliestBirthday = new(1900, 1, 1);

    protected MemberDetailsRules()
    {
        RuleFor(d => d.Name).Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode("field.not-empty")
            .MaximumLength(LongestName).When(d => d.Name is not null);
        RuleFor(d => d.Mobile).Must(mobile => Members.Mobile.TryParse(mobile, out _))
            .When(d => d.Mobile is not null).WithErrorCode("membership.mobile-malformed");
        RuleFor(d => d.Birthday).Must(day => day is null || day >= EarliestBirthday).WithErrorCode("field.too-long-ago");
        RuleFor(d => d.Fields).Must(fields => fields.Count <= MostFields).WithErrorCode("membership.too-many-fields");
    }
}
