using System.Globalization;

namespace RetailMember.Marketing.Gateways.WeChat;

/// <summary>
/// What every call shows: one token for all, asked for once and kept until shortly before it ends. WeChat gives every host
/// the same, so that none makes another's worthless.
/// </summary>
internal sealed class WeChatTokens(WeChatClient client, WeChatAccount account, TimeProvider time) : IDisposable
{
    /// <summary>WeChat has the next one ready five minutes before, and takes both until the end.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Known? known;

    /// <param name="stale">One that WeChat does not take any more: whoever says so first asks for another.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<WeChatToken> TakeAsync(string? stale, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var now = time.GetUtcNow();
            if (known is { } kept && kept.Value != stale && kept.AppId == account.AppId && now < kept.Until)
                return new WeChatToken(kept.Value, null);
            known = null;
            var reply = await client.PostAsync(
                WeChatRequest.TokenPath, WeChatRequest.Token(account.AppId, account.Secret ?? ""), cancel);
            if (reply is not { Kind: WeChatReplyKind.Answered, Code: 0 } || reply.Text("access_token") is not { Length: > 0 } token)
                return new WeChatToken(null, WeChatReasons.OfToken(reply));
            known = new Known(account.AppId, token, now + LifeOf(reply) - Margin);
            return new WeChatToken(token, null);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static TimeSpan LifeOf(WeChatReply reply) =>
        int.TryParse(reply.Text("expires_in"), CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    private sealed record Known(string AppId, string Value, DateTimeOffset Until)
    {
        /// <summary>The token is in no log.</summary>
        public override string ToString() => AppId;
    }
}

/// <param name="Value">Null where there is none now.</param>
/// <param name="Fault">Why there is none.</param>
internal readonly record struct WeChatToken(string? Value, GatewayAnswer? Fault)
{
    /// <summary>The token is in no log.</summary>
    public override string ToString() => Value is null ? "no token" : "a token";
}
