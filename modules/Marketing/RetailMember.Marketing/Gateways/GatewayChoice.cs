using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using RetailMember.Marketing.Gateways.WeChat;
using RetailMember.Marketing.Templates;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Gateways;

/// <summary>
/// The gateway of each channel: the one that the configuration names, if it has all that it needs. Where none is named,
/// short messages outside of Production go into files, if there is a folder for them; so do those of WeChat without an account.
/// </summary>
internal sealed class GatewayChoice(
    IEnumerable<IMessageGateway> gateways, IConfiguration configuration, IHostEnvironment environment)
{
    private const string SmsKey = "Messages:Gateway";
    private const string MailKey = "Messages:MailGateway";
    private const string WeChatKey = "Messages:WeChatGateway";
    private const string Kept = "kept";
    private const string Files = "file";
    private const string UsualMail = "smtp";

    public IEnumerable<IMessageGateway> All => gateways;

    /// <summary>
    /// Whether a gateway is named for the product's own messages, such as codes: else the platform keeps them, or refuses.
    /// </summary>
    public static bool IsNamed(IConfiguration configuration) => configuration[SmsKey] is { Length: > 0 } and not Kept;

    /// <summary>Null where no gateway can carry this channel's messages.</summary>
    public IMessageGateway? Of(MessageChannel channel)
    {
        var name = NameOf(channel);
        return gateways.FirstOrDefault(g => g.Channel == channel && g.Name == name && g.IsReady);
    }

    /// <summary>The one that once took a message, whichever is chosen now; null where it is not configured any more.</summary>
    public IMessageGateway? Named(string? name) => gateways.FirstOrDefault(g => g.Name == name && g.IsReady);

    /// <summary>Whether words cannot go now for want of the provider's number for them.</summary>
    public bool LacksCode(TemplateTerms terms) =>
        terms.ProviderCode.Length == 0 && Of(terms.Channel)?.NeedsProviderCode == true;

    /// <summary>Refuses <c>marketing.provider-code-needed</c>.</summary>
    public void RequireCode(TemplateTerms terms)
    {
        if (LacksCode(terms)) throw new Refusal("marketing.provider-code-needed", RefusalKind.Conflict);
    }

    private string? NameOf(MessageChannel channel) => channel switch
    {
        MessageChannel.Mail => configuration[MailKey] ?? UsualMail,
        MessageChannel.WeChat => configuration[WeChatKey]
            ?? (environment.IsProduction() || Named(WeChatGateway.OwnName) is not null
                ? WeChatGateway.OwnName : FileGateway.WeChatName),
        _ when IsNamed(configuration) => configuration[SmsKey],
        _ => environment.IsProduction() ? null : Files,
    };
}
