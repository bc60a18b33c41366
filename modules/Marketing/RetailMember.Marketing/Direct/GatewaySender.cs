using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Templates;
using RetailMember.Messages;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Direct;

/// <summary>
/// The product's own messages, such as one-time codes, by the gateway that is configured: in the approved template that
/// names their purpose. A gateway that takes any words carries the product's own where there is no template.
/// </summary>
internal sealed class GatewaySender(
    GatewayChoice gateways, DirectPost post, TextCatalogue texts, IServiceScopeFactory scopes) : IMessageSender
{
    private static readonly TemplateTerms Bare = new() { Name = "", Signature = "", Body = "" };

    public bool IsReady(Brand brand) => gateways.Of(MessageChannel.Sms) is not null;

    public async Task<MessageOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var gateway = gateways.Of(MessageChannel.Sms) ?? throw new Refusal("messages.no-gateway", RefusalKind.Conflict);
        if (await OrderAsync(message, gateway, cancel) is not { } order) return new MessageOutcome(false, null);
        var answer = await post.SendAsync(order, cancel);
        return new MessageOutcome(answer.Outcome == GatewayOutcome.Accepted, answer.Reference);
    }

    /// <summary>Null where the gateway needs an approved template and there is none that these values fit.</summary>
    private async Task<DirectOrder?> OrderAsync(OutgoingMessage message, IMessageGateway gateway, CancellationToken cancel)
    {
        var given = message.Values.ToDictionary(
            v => v.Name, v => Convert.ToString(v.Value, CultureInfo.InvariantCulture) ?? "");
        if (await TemplateAsync(message, cancel) is { } template)
        {
            var terms = TemplateShelf.TermsOf(template);
            return !gateways.LacksCode(terms) && TemplateValues.Of(terms, given, contact: null, message.Brand) is { } values
                ? Order(message, gateway, terms, values, MessageQueue.LaneOf(template.Kind), template.Id)
                : null;
        }

        if (gateway.NeedsProviderCode) return null;
        var own = Bare with
        {
            Signature = message.Brand.Name, Body = texts.For(message.Language).Format(message.Text, message.Values),
        };
        return Order(message, gateway, own, new Dictionary<string, string>(), MessageLane.Transactional, null);
    }

    private static DirectOrder Order(
        OutgoingMessage message, IMessageGateway gateway, TemplateTerms terms, IReadOnlyDictionary<string, string> values,
        MessageLane lane, Guid? template) =>
        new(message.Brand, gateway, message.Mobile, message.Purpose, lane, template, terms, values);

    private async Task<MessageTemplate?> TemplateAsync(OutgoingMessage message, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = message.Brand.Id;
        var shelf = scope.ServiceProvider.GetRequiredService<TemplateShelf>();
        var template = await shelf.ForPurposeAsync(message.Purpose, MessageChannel.Sms, cancel);
        return template is not null && await shelf.MayGoAsync(template, cancel) ? template : null;
    }
}
