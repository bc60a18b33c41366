using System.Buffers.Text;
using System.Text;

namespace RetailMember.Bench.Load;

/// <summary>
/// Collects the bytes of one answer at a time until it is whole: by its length or by its last chunk. It knows just
/// what a server on the same machine sends to a client that never has two requests under way.
/// </summary>
internal sealed class ResponseReader
{
    private const int LeastFree = 2048;

    private byte[] buffer = new byte[8192];
    private int filled;
    private int status;
    private Range headers;
    private Range body;

    public Memory<byte> Free
    {
        get
        {
            if (buffer.Length - filled < LeastFree) Array.Resize(ref buffer, buffer.Length * 2);
            return buffer.AsMemory(filled);
        }
    }

    /// <summary>The last whole answer, until the next bytes are received.</summary>
    public Answer Last => new(status, buffer.AsSpan()[headers], buffer.AsSpan()[body]);

    /// <summary>True once the answer is whole; the next call begins with the next answer.</summary>
    public bool Take(int received)
    {
        filled += received;
        var all = buffer.AsSpan(0, filled);
        var end = all.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        headers = ..(end + 2);
        var start = end + 4;
        if (!Utf8Parser.TryParse(all[9..12], out status, out _))
            throw new InvalidDataException("Not an HTTP answer: " + Encoding.UTF8.GetString(all));
        if (LengthIn(all[headers]) is { } length)
        {
            if (filled - start < length) return false;
            body = start..(start + length);
        }
        else
        {
            if (!all[start..].EndsWith("0\r\n\r\n"u8)) return false;
            body = Unchunk(start);
        }

        filled = 0;
        return true;
    }

    private static int? LengthIn(ReadOnlySpan<byte> headers)
    {
        var name = "\r\nContent-Length: "u8;
        var at = headers.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(headers[(at + name.Length)..], out int length, out _) ? length : null;
    }

    // A body is moved together in place: what lies between the chunks is shorter than what it is moved over.
    private Range Unchunk(int start)
    {
        var read = start;
        var written = start;
        while (Utf8Parser.TryParse(buffer.AsSpan(read), out int size, out var digits, 'x') && size > 0)
        {
            buffer.AsSpan(read + digits + 2, size).CopyTo(buffer.AsSpan(written));
            written += size;
            read += digits + 2 + size + 2;
        }

        return start..written;
    }
}
