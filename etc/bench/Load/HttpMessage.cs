using System.Globalization;
using System.Text;

namespace RetailMember.Bench.Load;

/// <summary>
/// A request made once; between two sends only its numbered slots change, in place, so that the load costs the
/// machine as little as it can. A slot is a run of one character that appears nowhere else, such as ######.
/// </summary>
internal sealed class HttpMessage
{
    private readonly byte[] bytes;

    public HttpMessage(string method, string path, string? authorization = null, string? json = null)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (authorization is not null)
            text.Append(CultureInfo.InvariantCulture, $"Authorization: {authorization}\r\n");
        if (json is not null)
            text.Append("Content-Type: application/json\r\n")
                .Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n");
        bytes = Encoding.UTF8.GetBytes(text.Append("\r\n").Append(json).ToString());
    }

    public ReadOnlySpan<byte> Bytes => bytes;

    public Slot SlotOf(char mark)
    {
        var start = bytes.AsSpan().IndexOf((byte)mark);
        if (start < 0) throw new ArgumentException($"The request has no slot {mark}.", nameof(mark));
        var length = bytes.AsSpan(start).IndexOfAnyExcept((byte)mark);
        return new Slot(bytes.AsMemory(start, length < 0 ? bytes.Length - start : length));
    }
}

/// <summary>A place of fixed width for a whole number, written with leading zeros.</summary>
internal readonly struct Slot(Memory<byte> place)
{
    public void Write(long number)
    {
        var digits = place.Span;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    /// <summary>Writes a text of the slot's own width.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        if (text.Length != place.Length) throw new ArgumentException("The text does not fill its slot.", nameof(text));
        text.CopyTo(place.Span);
    }
}
