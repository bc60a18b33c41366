using Polly;
using Polly.Retry;

namespace RetailMember.Marketing.Gateways.WeChat;

/// <summary>
/// Template messages of an official account, one to a call. A call that broke off, or that came at a busy moment, is made
/// again at once a few times: WeChat leaves out what it has had under the same number within ten minutes.
/// </summary>
internal sealed class WeChatGateway(WeChatClient client, WeChatTokens tokens, WeChatAccount account) : IMessageGateway
{
    public const string OwnName = "wechat";

    private const int Retries = 2;

    /// <summary>For all calls of one message together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public string Name => OwnName;

    public MessageChannel Channel => MessageChannel.WeChat;

    public bool IsReady => account.IsReady;

    /// <summary>What became of a message is told once, by itself; nobody can be asked.</summary>
    public bool KeepsRecords => false;

    public bool NeedsProviderCode => true;

    public int LargestOrder => 1;

    private ResiliencePipeline<WeChatReply> Again => new ResiliencePipelineBuilder<WeChatReply>()
        .AddRetry(new RetryStrategyOptions<WeChatReply>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = account.RetryPause,
            ShouldHandle = new PredicateBuilder<WeChatReply>()
                .HandleResult(reply => reply.IsBusy || reply.Kind != WeChatReplyKind.Answered),
        })
        .Build();

    public async Task<GatewayAnswer> SendAsync(GatewayOrder order, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var (body, isLost) = (WeChatRequest.Send(order), false);
        GatewayAnswer? noToken = null;
        try
        {
            var last = await Again.ExecuteAsync(
                async limit =>
                {
                    var (reply, fault) = await OnceAsync(body, limit);
                    noToken = fault;
                    isLost |= fault is null && reply.Kind == WeChatReplyKind.Lost;
                    return reply;
                },
                patience.Token);
            // What was lost may have been taken: whatever else is said of it later, only a success is certain.
            var answer = noToken ?? WeChatReasons.Of(last);
            return isLost && answer.Outcome != GatewayOutcome.Accepted ? new GatewayAnswer(GatewayOutcome.Unknown) : answer;
        }
        catch (OperationCanceledException)
        {
            return new GatewayAnswer(GatewayOutcome.Unknown);
        }
    }

    public Task<GatewayRecord?> FindAsync(GatewayQuestion question, CancellationToken cancel) =>
        throw new NotSupportedException("WeChat cannot be asked what became of a message.");

    /// <summary>One call, and one more with a new token where the one that we had does not count any more.</summary>
    private async Task<(WeChatReply Reply, GatewayAnswer? NoToken)> OnceAsync(byte[] body, CancellationToken cancel)
    {
        string? stale = null;
        while (true)
        {
            var token = await tokens.TakeAsync(stale, cancel);
            if (token.Value is not { } value) return (new WeChatReply(WeChatReplyKind.Answered), token.Fault);
            var reply = await client.PostAsync($"{WeChatRequest.SendPath}?access_token={Uri.EscapeDataString(value)}", body, cancel);
            if (stale is not null || !WeChatReasons.SaysStaleToken(reply)) return (reply, null);
            stale = value;
        }
    }
}
