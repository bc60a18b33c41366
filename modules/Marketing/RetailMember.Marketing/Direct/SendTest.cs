using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct.TestAddresses;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.Templates;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Direct;

/// <summary>
/// Sends a revision of a template, drafts too, with its samples to an address on the brand's list, as often as one person may
/// on a day; not to who has said since that he wants no more commercial messages.
/// </summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class SendTest(
    MarketingDb db, DataSession session, TemplateShelf shelf, GatewayChoice gateways, OptOutBook optOuts, TestAllowance allowance,
    DirectPost post)
    : Process<SendTest.Input, SendTest.Result>
{
    public const string Purpose = "marketing.test";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var template = await shelf.FindAsync(input.Template, input.Revision, cancel);
        var terms = TemplateShelf.TermsOf(template);
        var gateway = gateways.Of(terms.Channel) ?? throw NoGateway(terms.Channel);
        gateways.RequireCode(terms);
        var address = await AddressAsync(input.TestAddress, terms.Channel, cancel);
        if (await optOuts.HasLeftAsync(address.Address, cancel))
            throw new Refusal("marketing.test-address-opted-out", RefusalKind.Conflict);
        await session.BeginAsync(cancel);
        await allowance.TakeAsync(call, cancel);
        await session.CommitAsync(cancel);
        var samples = terms.Variables.ToDictionary(v => v.Name, v => v.SampleValue);
        var answer = await post.SendAsync(
            new DirectOrder(
                call.RequiredBrand, gateway, address.Address, Purpose, MessageLane.Transactional, template.Id, terms, samples),
            cancel);
        return answer.Outcome == GatewayOutcome.Accepted
            ? new Result(gateway.Name, answer.Reference, address.Name)
            : throw new Refusal(
                "marketing.not-taken", RefusalKind.Conflict,
                ("reason", answer.ProviderReason ?? answer.Reason?.ToString() ?? answer.Outcome.ToString()));
    }

    private async Task<TestAddress> AddressAsync(Guid key, MessageChannel channel, CancellationToken cancel)
    {
        var address = await db.TestAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, cancel)
            ?? throw new Refusal("marketing.test-address-not-found", RefusalKind.NotFound);
        return address.Channel == channel ? address : throw Refusal.Invalid("testAddress", "marketing.no-such-address");
    }

    private static Refusal NoGateway(MessageChannel channel) => new(
        channel switch
        {
            MessageChannel.Mail => "marketing.no-mail-gateway",
            MessageChannel.WeChat => "marketing.no-wechat-gateway",
            _ => "messages.no-gateway",
        },
        RefusalKind.Conflict);

    /// <param name="Template">Its code.</param>
    /// <param name="TestAddress">Key of an address on the brand's list, of the template's channel.</param>
    /// <param name="Revision">Null: the latest.</param>
    internal sealed record Input(string Template, Guid TestAddress, int? Revision = null) : IInput<Result>;

    /// <param name="Gateway">Which one took it.</param>
    /// <param name="Reference">Its number for the message.</param>
    /// <param name="Name">Whose address it went to.</param>
    internal sealed record Result(string Gateway, string? Reference, string Name);
}
