using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace RetailMember.Marketing.Gateways;

/// <summary>E-mails by a mail server (<c>Messages:Smtp</c>: Host, Port, From, User, Password, Tls).</summary>
internal sealed class MailGateway(IConfiguration configuration) : IMessageGateway
{
    private const string Keys = "Messages:Smtp:";
    private const int UsualPort = 587;

    /// <summary>Whoever reads it is known in neither language; the names of the header's fields are those of RFC 8058.</summary>
    private const string WayOutLine = "退订 / Unsubscribe: ";

    /// <summary>The client itself bounds no asynchronous sending.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    public string Name => "smtp";

    public MessageChannel Channel => MessageChannel.Mail;

    public bool IsReady => Host is { Length: > 0 } && From is { Length: > 0 };

    /// <summary>A mail server tells nobody what it once took.</summary>
    public bool KeepsRecords => false;

    public bool NeedsProviderCode => false;

    public int LargestOrder => 1;

    private string? Host => configuration[Keys + "Host"];

    private string? From => configuration[Keys + "From"];

    public async Task<GatewayAnswer> SendAsync(GatewayOrder order, CancellationToken cancel)
    {
        var letter = order.Letters[0];
        if (!MailAddress.TryCreate(letter.Address, out var to))
            return new GatewayAnswer(GatewayOutcome.Refused, Reason: MessageReason.NumberIllegal);
        using var mail = new MailMessage(new MailAddress(From!, order.SignName), to)
        {
            Subject = order.Subject, SubjectEncoding = Encoding.UTF8, Body = TextOf(letter), BodyEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", $"<{order.RequestId}@{mail.From!.Host}>");
        if (letter.WayOut.Length > 0)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{letter.WayOut}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        try
        {
            using var client = Client();
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            bound.CancelAfter(Longest);
            await client.SendMailAsync(mail, bound.Token);
            return new GatewayAnswer(GatewayOutcome.Accepted, order.RequestId);
        }
        catch (SmtpException fault)
        {
            return AnswerTo(fault);
        }
        catch (OperationCanceledException)
        {
            return new GatewayAnswer(GatewayOutcome.Unknown);
        }
    }

    public Task<GatewayRecord?> FindAsync(GatewayQuestion question, CancellationToken cancel) =>
        throw new NotSupportedException("A mail server keeps no records.");

    private static string TextOf(GatewayLetter letter) =>
        letter.WayOut.Length == 0 ? letter.Text : $"{letter.Text}\r\n\r\n{WayOutLine}{letter.WayOut}\r\n";

    private SmtpClient Client()
    {
        var client = new SmtpClient(Host, configuration.GetValue(Keys + "Port", UsualPort))
        {
            EnableSsl = configuration.GetValue(Keys + "Tls", defaultValue: true),
        };
        if (configuration[Keys + "User"] is { Length: > 0 } user)
            client.Credentials = new System.Net.NetworkCredential(user, configuration[Keys + "Password"]);
        return client;
    }

    private static GatewayAnswer AnswerTo(SmtpException fault) => (int)fault.StatusCode switch
    {
        // No connection, or none that is safe, before a word was said. A line that breaks later may have carried the letter.
        _ when fault.InnerException is SocketException or AuthenticationException
            && fault.StatusCode == SmtpStatusCode.GeneralFailure => Busy(fault),
        >= 400 and < 500 => Busy(fault),
        >= 500 and < 600 when fault is SmtpFailedRecipientException => Refused(fault, MessageReason.NumberUnreachable),
        (int)SmtpStatusCode.ExceededStorageAllocation or (int)SmtpStatusCode.TransactionFailed =>
            Refused(fault, MessageReason.ContentIllegal),
        // The server has not looked at letter or recipient: a password that ended, a sender whom it does not know.
        >= 500 and < 600 => new GatewayAnswer(
            GatewayOutcome.Busy, Reason: MessageReason.NotAuthorised, ProviderReason: fault.StatusCode.ToString()),
        _ => new GatewayAnswer(GatewayOutcome.Unknown),
    };

    private static GatewayAnswer Refused(SmtpException fault, MessageReason reason) =>
        new(GatewayOutcome.Refused, Reason: reason, ProviderReason: fault.StatusCode.ToString());

    private static GatewayAnswer Busy(SmtpException fault) =>
        new(GatewayOutcome.Busy, Reason: MessageReason.ProviderBusy, ProviderReason: fault.StatusCode.ToString());
}
