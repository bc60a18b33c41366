using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>A mail server on loopback that speaks just enough, and answers recipients as it is told.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> mails = new();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyCollection<string> Mails => mails;

    public string Recipient { get; set; } = "250 ok";

    public string Sender { get; set; } = "250 ok";

    /// <summary>Takes the letter, then resets the line.</summary>
    public bool BreaksAfterLetter { get; init; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await SayAsync(stream, "220 here");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line == "DATA")
            {
                await SayAsync(stream, "354 go on");
                mails.Enqueue(await MailAsync(reader));
                if (BreaksAfterLetter)
                {
                    client.LingerState = new LingerOption(true, 0);
                    client.Close();
                    return;
                }
            }

            await SayAsync(stream, AnswerTo(line));
            if (line == "QUIT") return;
        }
    }

    private string AnswerTo(string line) => line.Split(' ')[0] switch
    {
        "RCPT" => Recipient,
        "MAIL" => Sender,
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private async Task<string> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".") mail.AppendLine(line);
        return mail.ToString();
    }

    private static async Task SayAsync(NetworkStream stream, string line) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
