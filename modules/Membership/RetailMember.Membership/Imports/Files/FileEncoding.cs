using System.Text;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Files;

/// <summary>
/// Finds out how a file's text is encoded, by looking at all of it: what a byte order mark says, else UTF-8 where every
/// byte fits, else GB18030, of which GBK and GB2312 are parts. Never guesses: a byte that fits nowhere is refused.
/// </summary>
internal static class FileEncoding
{
    private const int BlockSize = 1 << 16;

    private static readonly Encoding[] ByMark =
        [new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)];

    /// <summary>Leaves the file at its beginning. Refuses <c>import.not-text</c>.</summary>
    public static Encoding Detect(Stream file)
    {
        Encoding[] candidates = Marked(file) is { } marked ? [marked] : [new UTF8Encoding(false, true), Chinese()];
        var encoding = candidates.FirstOrDefault(c => Fits(file, c))
            ?? throw new Refusal("import.not-text", RefusalKind.Invalid);
        file.Position = 0;
        return encoding;
    }

    private static Encoding Chinese() => CodePagesEncodingProvider.Instance
        .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static Encoding? Marked(Stream file)
    {
        Span<byte> start = stackalloc byte[3];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        foreach (var encoding in ByMark)
            if (start[..read].StartsWith(encoding.Preamble)) return encoding;
        return null;
    }

    private static bool Fits(Stream file, Encoding encoding)
    {
        file.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[BlockSize];
        var chars = new char[encoding.GetMaxCharCount(BlockSize)];
        try
        {
            for (int read; (read = file.Read(bytes)) > 0;)
                if (chars.AsSpan(0, decoder.GetChars(bytes, 0, read, chars, 0, flush: false)).Contains('\0')) return false;
            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
