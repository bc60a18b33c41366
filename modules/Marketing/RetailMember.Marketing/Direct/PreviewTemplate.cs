using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Direct;

/// <summary>How a template reads for a real member; what is given per message is shown by its samples.</summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class PreviewTemplate(TemplateShelf shelf, IMemberFiles members, IMemberContacts contacts)
    : Query<PreviewTemplate.Input, PreviewTemplate.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = TemplateShelf.TermsOf(await shelf.FindAsync(input.Template, input.Revision, cancel));
        var member = await members.OneAsync(input.Member, cancel);
        var known = await contacts.OfAsync([member.Id], cancel);
        var contact = known.GetValueOrDefault(member.Id) ?? throw new Refusal("marketing.no-mobile", RefusalKind.Conflict);
        var samples = terms.Variables.ToDictionary(v => v.Name, v => v.SampleValue);
        var shown = contact with { Name = Masked(contact.Name), MemberNo = MaskedNumber.Of(contact.MemberNo) };
        var text = TemplateValues.Of(terms, samples, shown, call.RequiredBrand) is { } values
            ? WrittenText.Of(terms, values)
            : throw new Refusal("marketing.value-missing", RefusalKind.Conflict);
        return new Result(text.Text, text.Text.Length, text.Parts);
    }

    /// <summary>As long as the name, so that the parts are those of the real message.</summary>
    private static string? Masked(string? name) => name is { Length: > 1 } ? name[0] + new string('*', name.Length - 1) : name;

    internal sealed record Input(string Template, [property: Personal] string Member, int? Revision = null) : IInput<Result>;

    /// <param name="Text">With its signature; the name masked.</param>
    /// <param name="Characters">All of them, signature included.</param>
    /// <param name="BilledParts">How many short messages it is.</param>
    internal sealed record Result(string Text, int Characters, int BilledParts);
}
