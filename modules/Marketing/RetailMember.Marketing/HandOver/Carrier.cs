using Microsoft.Extensions.Logging;
using RetailMember.Marketing.Templates;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Carries letters to a gateway, outside of any transaction. An order of many that is refused for what may be the fault of one
/// number or value goes in halves, and these again, until only the guilty are left.
/// </summary>
internal sealed partial class Carrier(TimeProvider time, ILogger<Carrier> log)
{
    /// <summary>
    /// Letters that were decided on longer ago than this are left: whoever asks the provider about them must find all that
    /// we will ever have sent.
    /// </summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>What may be said of one letter's number or values; of a word that we do not know nobody can tell.</summary>
    private static readonly HashSet<MessageReason> OfOneLetter =
    [
        MessageReason.NumberIllegal, MessageReason.NumberAmbiguous, MessageReason.NumberBlocked, MessageReason.NumberUnreachable,
        MessageReason.ProviderLimit, MessageReason.ValueIllegal, MessageReason.ContentIllegal, MessageReason.ProviderFault,
    ];

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
        if (letters.Count == 1 || !MayBeOfOne(answer)) return [new LetterAnswer(letters, answer)];
        var half = letters.Count / 2;
        return
        [
            .. await CarryAsync(gateway, terms, [.. letters.Take(half)], mayGo, cancel),
            .. await CarryAsync(gateway, terms, [.. letters.Skip(half)], mayGo, cancel),
        ];
    }

    private static bool MayBeOfOne(GatewayAnswer answer) =>
        answer is { Outcome: GatewayOutcome.Refused or GatewayOutcome.Busy, Reason: { } reason } && OfOneLetter.Contains(reason);

    private async Task<GatewayAnswer> SendAsync(
        IMessageGateway gateway, TemplateTerms terms, IReadOnlyList<Letter> letters, Func<bool> mayGo, CancellationToken cancel)
    {
        var first = letters[0].Message;
        // Nobody was given them: they go another time.
        if (time.GetUtcNow().UtcDateTime - first.HandedOverAt > Fresh || cancel.IsCancellationRequested || !mayGo())
            return new GatewayAnswer(GatewayOutcome.Busy);
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
