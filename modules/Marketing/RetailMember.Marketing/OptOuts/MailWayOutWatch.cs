using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetailMember.Marketing.Gateways;

namespace RetailMember.Marketing.OptOuts;

/// <summary>Says once, at the start, where commercial e-mails will go without a way out of one click.</summary>
internal sealed partial class MailWayOutWatch(MailWayOut wayOut, GatewayChoice gateways, ILogger<MailWayOutWatch> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (gateways.Of(MessageChannel.Mail) is not null && !wayOut.IsOpen) Closed(log, MailWayOut.Key);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Key} names no address of HTTPS: commercial e-mails go without List-Unsubscribe, and without a link to leave by")]
    private static partial void Closed(ILogger log, string key);
}
