using Microsoft.Extensions.Configuration;

namespace RetailMember.Marketing.Gateways.WeChat;

/// <summary>
/// The chain's official account (<c>Messages:WeChat</c>: AppId, Secret, and Token for what WeChat tells by itself). Its
/// secrets are in no table and no log.
/// </summary>
internal sealed class WeChatAccount(IConfiguration configuration)
{
    public const int AppIdLength = 32;

    private const string Keys = "Messages:WeChat:";
    private const string DefaultEndpoint = "https://api.weixin.qq.com";

    /// <summary>
    /// Of the account whose followers are linked: elsewhere they are called otherwise. Empty while none is configured, such as
    /// where messages go into files.
    /// </summary>
    public string AppId => configuration[Keys + "AppId"] ?? "";

    public string? Secret => configuration[Keys + "Secret"];

    /// <summary>What WeChat and we alone know: signs what it tells.</summary>
    public string? Token => configuration[Keys + "Token"];

    public Uri Endpoint => new(configuration[Keys + "Endpoint"] ?? DefaultEndpoint);

    public TimeSpan RetryPause => TimeSpan.FromMilliseconds(configuration.GetValue(Keys + "RetryMilliseconds", 400));

    public bool IsReady => AppId is { Length: > 0 and <= AppIdLength } && Secret is { Length: > 0 };
}
