using System.Text.RegularExpressions;
using FluentValidation;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Templates;

/// <summary>What a template must be before anybody looks at it.</summary>
internal sealed partial class TemplateTermsRules : AbstractValidator<TemplateTerms>
{
    private const int LongestBody = 500;
    private const int LongestValue = 100;
    private const int MostVariables = 10;
    private const int LongestLink = 500;

    /// <summary>The words by which a commercial message says how to be left alone.</summary>
    [GeneratedRegex("退订|拒收|unsubscribe|(?<![a-z])TD(?![a-z])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WayOut();

    /// <summary>The words by which a message asks for a reply that ends it: nobody reads what is sent back to an e-mail.</summary>
    [GeneratedRegex(
        @"(?:回复?|发送?)[\s\p{P}\p{S}]*(?:(?:TD|QX|STOP|UNSUBSCRIBE|[TRN])(?![a-z])|[TRN]?(?:退[订訂]|拒收))"
        + @"|reply\s+(?:with\s+|by\s+)?\p{P}?(?:TD|STOP|UNSUBSCRIBE|[TRN])(?![a-z])|(?<![a-z])TD(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ReplyAsked();

    public TemplateTermsRules()
    {
        RuleFor(t => t.Name).NotEmpty().MaximumLength(MarketingDb.CodeLength);
        RuleFor(t => t.Kind).IsInEnum();
        RuleFor(t => t.Channel).IsInEnum();
        RuleFor(t => t.Purpose).MaximumLength(MarketingDb.CodeLength)
            .Matches("^[a-z][A-Za-z0-9.-]*$").WithErrorCode("field.code").When(t => t.Purpose is { Length: > 0 });
        RuleFor(t => t.Signature).NotEmpty().MaximumLength(Signature.NameLength);
        RuleFor(t => t.ProviderCode).NotNull().MaximumLength(MarketingDb.CodeLength)
            .Matches("^[A-Za-z0-9_-]*$").WithErrorCode("field.code");
        RuleFor(t => t.ProviderCode).NotEmpty().WithErrorCode("marketing.provider-code-needed")
            .When(t => t.Channel == MessageChannel.WeChat);
        RuleFor(t => t.Link).NotNull().MaximumLength(LongestLink);
        RuleFor(t => t.Link).Must(IsAddress).WithErrorCode("marketing.link-malformed").When(t => t.Link is { Length: > 0 });
        RuleFor(t => t.Link).Empty().WithErrorCode("marketing.link-not-carried").When(t => t.Channel != MessageChannel.WeChat);
        RuleFor(t => t.Body).NotEmpty().MaximumLength(LongestBody);
        RuleFor(t => t.Body).Must(body => body.IndexOfAny(['【', '】']) < 0)
            .WithErrorCode("marketing.signature-in-body").When(t => t is { Body: not null, Channel: MessageChannel.Sms });
        RuleFor(t => t.Body).Must(body => WayOut().IsMatch(body))
            .WithErrorCode("marketing.no-way-out").When(HasToSayWayOut);
        RuleFor(t => t.Body).Must(body => !ReplyAsked().IsMatch(body))
            .WithErrorCode("marketing.reply-to-mail")
            .When(t => t is { Body: not null, Kind: TemplateKind.Marketing, Channel: MessageChannel.Mail });
        RuleFor(t => t.Body).Must(TemplateText.IsWellFormed)
            .WithErrorCode("marketing.variable-malformed").When(t => t.Body is not null);
        RuleFor(t => t.Body).Must((terms, body) => TemplateText.VariablesOf(body).All(v => terms.Variables.Any(d => d.Name == v)))
            .WithErrorCode("marketing.variable-undeclared").When(t => t is { Body: not null, Variables: not null });
        RuleFor(t => t.Variables).NotNull()
            .Must(variables => variables.Count <= MostVariables).WithErrorCode("marketing.too-many-variables");
        RuleForEach(t => t.Variables).ChildRules(variable =>
        {
            variable.RuleFor(v => v.Name).NotEmpty().MaximumLength(32).Matches("^[A-Za-z][A-Za-z0-9_]*$").WithErrorCode("field.code");
            variable.RuleFor(v => v.Source).IsInEnum();
            variable.RuleFor(v => v.Longest).InclusiveBetween(1, LongestValue);
            variable.RuleFor(v => v.SampleValue).NotEmpty().MaximumLength(LongestValue);
            variable.RuleFor(v => v.SampleValue).Must((v, sample) => sample.Length <= v.Longest)
                .WithErrorCode("marketing.sample-too-long").When(v => v.SampleValue is not null);
        });
        RuleForEach(t => t.Variables)
            .Must((terms, variable) => TemplateText.VariablesOf(terms.Body).Contains(variable.Name))
            .WithErrorCode("marketing.variable-unused").When(t => t is { Body: not null, Variables: not null });
        RuleFor(t => t.Variables).Must(variables => variables.DistinctBy(v => v.Name).Count() == variables.Count)
            .WithErrorCode("marketing.variable-twice").When(t => t.Variables is not null);
    }

    /// <summary>
    /// WeChat's own words around a message say how to refuse it, and nobody may add to them; an e-mail is given its link when it
    /// goes.
    /// </summary>
    private static bool HasToSayWayOut(TemplateTerms terms) =>
        terms is { Body: not null, Kind: TemplateKind.Marketing, Channel: MessageChannel.Sms };

    private static bool IsAddress(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        && link.All(c => c is > ' ' and < '\u007F');
}
