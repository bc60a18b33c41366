using System.Net.Http.Headers;
using System.Net.Mime;

namespace RetailMember.Marketing.Gateways.WeChat;

/// <summary>Calls the platform, once.</summary>
internal sealed class WeChatClient(IHttpClientFactory clients, WeChatAccount account)
{
    /// <summary>The named client.</summary>
    public const string Name = "wechat";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="path">With its query.</param>
    /// <param name="body">JSON.</param>
    /// <param name="cancel">Cancels: the reply is lost then.</param>
    public async Task<WeChatReply> PostAsync(string path, byte[] body, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(account.Endpoint, path))
        {
            Content = new ByteArrayContent(body),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        try
        {
            using var client = clients.CreateClient(Name);
            using var response = await client.SendAsync(message, patience.Token);
            return WeChatReply.Read(await response.Content.ReadAsStringAsync(patience.Token));
        }
        catch (HttpRequestException fault)
        {
            return NetworkFaults.NeverArrived(fault) ? WeChatReply.NeverArrived : WeChatReply.Lost;
        }
        catch (OperationCanceledException)
        {
            return WeChatReply.Lost;
        }
    }
}
