using Microsoft.Extensions.Logging;
using RetailMember.Marketing.Templates;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Carries letters to a gateway, outside of any transaction. Where an order of many is refused for what may be one number's
/// fault, each letter goes by itself.
/// </summary>
internal sealed partial class Carrier(TimeProvider time, ILogger<Carrier> log)
{
    /// <summary>
    /// Letters that were decided on longer ago than this are left: whoever asks the provider about them must find all that
    /// we will ever have sent.
    /// </summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private static readonly HashSet<MessageReason> OfOneNumber =
        [MessageReason.NumberIllegal, MessageReason.ProviderLimit, MessageReason.NumberBlocked, MessageReason.ValueIllegal];

    /// <summary>Whether an answer is about the gateway rather than about what it was given.</summary>
    public static bool TakesNothing(GatewayAnswer answer) => answer is
    {
        Outcome: GatewayOutcome.Busy,
        Reason: MessageReason.ProviderBusy or MessageReason.ProviderQuota or MessageReason.AccountEmpty
            or MessageReason.NotAuthorised,
    };

    /// <param name="gateway">Takes them.</param>
    /// <param name="terms">Of their template.</param>
    /// <param name="letters">Of one order.</param>
    /// <param name="mayGo">
    /// Asked before each call to the gateway: carrying takes long enough for the hours in which they may go to end.
    /// </param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<LetterAnswer>> CarryAsync(
        IMessageGateway gateway, TemplateTerms terms, IReadOnlyList<Letter> letters, Func<bool> mayGo, CancellationToken cancel)
    {
        var answer = await SendAsync(gateway, terms, letters, mayGo, cancel);
        if (letters.Count == 1 || answer.Reason is not { } reason || !OfOneNumber.Contains(reason))
            return [new LetterAnswer(letters, answer)];
        var each = new List<LetterAnswer>(letters.Count);
        foreach (var letter in letters)
            each.Add(new LetterAnswer([letter], await SendAsync(gateway, terms, [letter], mayGo, cancel)));
        return each;
    }

    private async Task<GatewayAnswer> SendAsync(
        IMessageGateway gateway, TemplateTerms terms, IReadOnlyList<Letter> letters, Func<bool> mayGo, CancellationToken cancel)
    {
        var first = letters[0].Message;
        if (time.GetUtcNow().UtcDateTime - first.HandedOverAt > Fresh || cancel.IsCancellationRequested)
            return new GatewayAnswer(GatewayOutcome.Unknown);
        if (!mayGo()) return new GatewayAnswer(GatewayOutcome.Busy);
        try
        {
            return await gateway.SendAsync(
                new GatewayOrder(
                    first.RequestId!, terms.Signature, terms.ProviderCode, terms.Name, [.. letters.Select(l => l.Content)])
                {
                    Link = terms.Link,
                },
                cancel);
        }
        catch (Exception fault)
        {
            // It may have been taken: the provider is asked later.
            Broke(log, fault, gateway.Name);
            return new GatewayAnswer(GatewayOutcome.Unknown);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The gateway {Gateway} broke off; its messages will be asked for")]
    private static partial void Broke(ILogger log, Exception fault, string gateway);
}
