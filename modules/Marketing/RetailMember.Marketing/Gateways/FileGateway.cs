using System.Globalization;
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

    private const int MostRead = 4;

    /// <summary>What was decided on before midnight may be written after it.</summary>
    private static readonly TimeSpan LongestUnderWay = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Of the last files that were asked for.</summary>
    private readonly Queue<FileIndex> read = new();

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
        var lines = order.Letters.Select(letter => new FileLine(
            order.RequestId, at, letter.Address, order.SignName, order.ProviderCode, letter.Text,
            IsWeChat ? letter.Values : null, order.Link.Length > 0 ? order.Link : null).ToJson());
        await turn.WaitAsync(cancel);
        try
        {
            MakeFolder();
            // A host may have died over half a line.
            await AppendAsync(FileOf(at), IsCutOff(FileOf(at)) ? ["", .. lines] : lines, cancel);
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

    /// <summary>
    /// Only a file that is there and began before the message was sent can say that it never took it: one that was moved away,
    /// and begun anew, says nothing.
    /// </summary>
    public async Task<GatewayRecord?> FindAsync(GatewayQuestion question, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var isWhole = true;
            foreach (var path in new[] { FileOf(question.SentAt), FileOf(question.SentAt + LongestUnderWay) }.Distinct())
            {
                var file = IndexOf(path);
                var isThere = await file.ReadOnAsync(cancel);
                if (isThere && file.Find(question.RequestId, question.Address) is { } at) return new GatewayRecord(true, at);
                isWhole &= isThere && (path != FileOf(question.SentAt) || file.Begun <= question.SentAt);
            }

            return isWhole ? null : throw new GatewayUnreachableException("The file of that day is not here, or not as it was.");
        }
        catch (IOException fault)
        {
            throw new GatewayUnreachableException("The file cannot be read.", fault);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>The lines hold numbers, names and codes: they are nobody's but the host's own.</summary>
    private static async Task AppendAsync(string path, IEnumerable<string> lines, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(path, options);
        foreach (var line in lines) await writer.WriteLineAsync(line.AsMemory(), cancel);
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder!);
        else Directory.CreateDirectory(Folder!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static bool IsCutOff(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length == 0) return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    private FileIndex IndexOf(string path)
    {
        if (read.FirstOrDefault(f => f.Path == path) is { } known) return known;
        if (read.Count == MostRead) read.Dequeue();
        var added = new FileIndex(path);
        read.Enqueue(added);
        return added;
    }

    private string FileOf(DateTime utc) =>
        Path.Combine(Folder!, $"{(IsWeChat ? "wechat" : "messages")}-{utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.jsonl");
}
