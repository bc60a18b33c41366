using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace RetailMember.Marketing.Gateways;

/// <summary>
/// Writes a channel's messages into a file a day, one JSON document a line: for trying the product out, and for houses whose
/// own program sends them on. In Development it is there without being asked for.
/// </summary>
/// <param name="channel">Short messages, or those of WeChat.</param>
internal sealed class FileGateway(
    MessageChannel channel, IConfiguration configuration, IHostEnvironment environment, TimeProvider time)
    : IMessageGateway, IDisposable
{
    public const string WeChatName = "wechat-file";

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => IsWeChat ? WeChatName : "file";

    public MessageChannel Channel => channel;

    public bool IsReady => Folder is not null;

    public bool KeepsRecords => true;

    public bool NeedsProviderCode => false;

    public int LargestOrder => 100;

    private bool IsWeChat => channel == MessageChannel.WeChat;

    private string? Folder => configuration["Messages:File:Folder"]
        ?? (environment.IsDevelopment() ? Path.Combine(environment.ContentRootPath, "data", "messages") : null);

    public async Task<GatewayAnswer> SendAsync(GatewayOrder order, CancellationToken cancel)
    {
        var at = time.GetUtcNow().UtcDateTime;
        var lines = order.Letters.Select(letter => JsonSerializer.Serialize(
            new Line(
                order.RequestId, at, letter.Address, order.SignName, order.ProviderCode, letter.Text,
                IsWeChat ? letter.Values : null, order.Link.Length > 0 ? order.Link : null),
            Plain));
        await turn.WaitAsync(cancel);
        try
        {
            Directory.CreateDirectory(Folder!);
            await File.AppendAllLinesAsync(FileOf(at), lines, cancel);
            return new GatewayAnswer(GatewayOutcome.Accepted, order.RequestId);
        }
        catch (IOException)
        {
            // Some lines may stand in the file.
            return new GatewayAnswer(GatewayOutcome.Unknown);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<GatewayRecord?> FindAsync(GatewayQuestion question, CancellationToken cancel)
    {
        foreach (var file in new[] { FileOf(question.SentAt), FileOf(question.SentAt.AddDays(1)) }.Where(File.Exists))
        {
            await foreach (var text in File.ReadLinesAsync(file, cancel))
            {
                if (!text.Contains(question.RequestId, StringComparison.Ordinal)) continue;
                if (JsonSerializer.Deserialize<Line>(text, Plain) is { } line
                    && line.RequestId == question.RequestId && line.To == question.Address)
                    return new GatewayRecord(true, line.At);
            }
        }

        return null;
    }

    public void Dispose() => turn.Dispose();

    private string FileOf(DateTime utc) =>
        Path.Combine(Folder!, $"{(IsWeChat ? "wechat" : "messages")}-{utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.jsonl");

    private sealed record Line(
        string RequestId, DateTime At, string To, string SignName, string Template, string Text,
        IReadOnlyDictionary<string, string>? Values, string? Link);
}
