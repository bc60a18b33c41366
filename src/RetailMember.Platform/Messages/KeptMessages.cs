using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Messages;
using RetailMember.Platform.Data;
using RetailMember.Texts;

namespace RetailMember.Platform.Messages;

/// <summary>
/// Sends nothing: keeps each message for a page of administration, and in Development says it on the console too, so that
/// a newcomer can log in as a member.
/// </summary>
internal sealed partial class KeptMessages(
    IServiceScopeFactory scopes, TextCatalogue texts, TimeProvider time, IHostEnvironment environment, ILogger<KeptMessages> log)
    : IMessageSender
{
    public bool IsReady(Brand brand) => true;

    public async Task<MessageOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var text = texts.For(message.Language).Format(message.Text, message.Values);
        var kept = new SentMessage
        {
            BrandId = message.Brand.Id,
            Mobile = Masked(message.Mobile),
            Purpose = message.Purpose,
            Text = text,
            At = time.GetUtcNow().UtcDateTime,
        };
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.SentMessages.Add(kept);
        await db.SaveChangesAsync(cancel);
        if (environment.IsDevelopment()) Said(log, kept.Mobile, text);
        return new MessageOutcome(true, kept.Id.ToString("N"));
    }

    private static string Masked(string mobile) => mobile.Length < 7 ? "****" : $"{mobile[..3]}****{mobile[^4..]}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "No gateway, so this is only kept. To {Mobile}: {Text}")]
    private static partial void Said(ILogger log, string mobile, string text);
}
