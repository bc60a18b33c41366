using RetailMember.Marketing.Data;
using RetailMember.Rules;

namespace RetailMember.Marketing.Templates;

/// <summary>One revision of a template as staff read it.</summary>
/// <param name="Template">Its code.</param>
/// <param name="BilledParts">How many short messages it is with its samples.</param>
/// <param name="EditedAt">UTC.</param>
/// <param name="DecidedBy">Who approved or withdrew it.</param>
/// <param name="DecidedAt">UTC.</param>
internal sealed record TemplateView(
    string Template, int Revision, TemplateState State, TemplateTerms Terms, int BilledParts,
    string EditedBy, DateTime EditedAt, string? DecidedBy, DateTime? DecidedAt)
{
    /// <summary>Of a draft as it is read here: whoever approves it gives it back. Null: it is no draft.</summary>
    public string? WordingMark { get; init; }

    public static TemplateView Of(MessageTemplate template)
    {
        var terms = TemplateShelf.TermsOf(template);
        return new TemplateView(
            template.Code, template.Revision, template.State, terms, SampleOf(terms).Parts, template.EditedBy, template.EditedAt,
            template.DecidedBy, template.DecidedAt)
        {
            WordingMark = template.State == TemplateState.Draft ? MarkOf(template) : null,
        };
    }

    /// <summary>Of all that is approved with it.</summary>
    public static string MarkOf(MessageTemplate template) => WordingMarks.Of(template.Id, template.Terms);

    /// <summary>As it reads with the samples of its variables.</summary>
    public static WrittenText SampleOf(TemplateTerms terms) =>
        WrittenText.Of(terms, terms.Variables.ToDictionary(v => v.Name, v => v.SampleValue));
}

/// <summary>A text as it is read.</summary>
/// <param name="Text">With its signature where it is a short message.</param>
/// <param name="Parts">How many short messages it is billed as: none on another channel.</param>
internal sealed record WrittenText(string Text, int Parts)
{
    public static WrittenText Of(TemplateTerms terms, IReadOnlyDictionary<string, string> values)
    {
        var text = TemplateText.Fill(terms.Body, values);
        return terms.Channel == MessageChannel.Sms
            ? new WrittenText($"【{terms.Signature}】{text}", TemplateText.PartsOf(terms.Signature, text))
            : new WrittenText(text, 0);
    }
}
