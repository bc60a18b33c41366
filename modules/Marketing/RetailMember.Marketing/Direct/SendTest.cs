using FluentValidation;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.Templates;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Direct;

/// <summary>Sends a revision of a template, drafts too, with its samples to a number of one's own.</summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class SendTest(TemplateShelf shelf, GatewayChoice gateways, DirectPost post, IMemberAccounts accounts)
    : Process<SendTest.Input, SendTest.Result>
{
    public const string Purpose = "marketing.test";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var template = await shelf.FindAsync(input.Template, input.Revision, cancel);
        var terms = TemplateShelf.TermsOf(template);
        var gateway = gateways.Of(terms.Channel) ?? throw new Refusal("messages.no-gateway", RefusalKind.Conflict);
        var samples = terms.Variables.ToDictionary(v => v.Name, v => v.SampleValue);
        var answer = await post.SendAsync(
            new DirectOrder(
                call.RequiredBrand, gateway, AddressOf(input.Address, terms.Channel), Purpose, MessageLane.Transactional,
                template.Id, terms, samples),
            cancel);
        return answer.Outcome == GatewayOutcome.Accepted
            ? new Result(gateway.Name, answer.Reference)
            : throw new Refusal(
                "marketing.not-taken", RefusalKind.Conflict,
                ("reason", answer.ProviderReason ?? answer.Reason?.ToString() ?? answer.Outcome.ToString()));
    }

    private string AddressOf(string typed, MessageChannel channel)
    {
        var address = channel == MessageChannel.Sms ? accounts.MobileOf(typed)
            : System.Net.Mail.MailAddress.TryCreate(typed, out var mail) ? mail.Address : null;
        return address ?? throw Refusal.Invalid("address", "marketing.no-such-address");
    }

    /// <param name="Template">Its code.</param>
    /// <param name="Address">A mobile, or an e-mail address, as the template's channel has it.</param>
    /// <param name="Revision">Null: the latest.</param>
    internal sealed record Input(string Template, [property: Personal] string Address, int? Revision = null) : IInput<Result>;

    /// <param name="Gateway">Which one took it.</param>
    /// <param name="Reference">Its number for the message.</param>
    internal sealed record Result(string Gateway, string? Reference);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Address).NotEmpty().MaximumLength(128);
    }
}
