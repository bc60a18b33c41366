using System.Text.Json;

namespace RetailMember.Marketing.Gateways;

/// <summary>
/// What one file of messages holds, read on from where it was last read: whoever asks about many reads it once. A line that
/// cannot be read, such as half of one that a host died over, holds nothing.
/// </summary>
internal sealed class FileIndex(string path)
{
    private const int HeadLength = 256;

    private readonly Dictionary<(string Request, string To), DateTime> known = [];
    private byte[] head = [];
    private long end;

    public string Path => path;

    /// <summary>When its first line was written; null: it has none.</summary>
    public DateTime? Begun { get; private set; }

    public DateTime? Find(string request, string to) => known.TryGetValue((request, to), out var at) ? at : null;

    /// <summary>False where the file is not there.</summary>
    public async Task<bool> ReadOnAsync(CancellationToken cancel)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        await using (stream)
        {
            if (!await IsTheSameAsync(stream, cancel)) (head, end, Begun) = ([], 0, null);
            stream.Position = end;
            using var buffer = new MemoryStream();
            await stream.CopyToAsync(buffer, cancel);
            Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        }

        return true;
    }

    /// <summary>One that was moved away may have been begun anew; what stood in it holds as before.</summary>
    private async Task<bool> IsTheSameAsync(FileStream stream, CancellationToken cancel)
    {
        if (stream.Length < end) return false;
        var now = new byte[head.Length];
        await stream.ReadExactlyAsync(now, cancel);
        return now.AsSpan().SequenceEqual(head);
    }

    /// <summary>Whole lines alone: the rest of the last one may be on its way.</summary>
    private void Read(ReadOnlySpan<byte> added)
    {
        if (end == 0) head = added[..Math.Min(added.LastIndexOf((byte)'\n') + 1, HeadLength)].ToArray();
        for (int length; (length = added.IndexOf((byte)'\n')) >= 0; added = added[(length + 1)..])
        {
            end += length + 1;
            if (Parsed(added[..length]) is not { RequestId: not null, To: not null } line) continue;
            known[(line.RequestId, line.To)] = line.At;
            Begun ??= line.At;
        }
    }

    private static FileLine? Parsed(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<FileLine>(text, FileLine.Plain);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
