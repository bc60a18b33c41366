using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>PNG: a signature and chunks, each with its length, name and checksum; the pixels are packed over some of them.</summary>
internal static class PngPicture
{
    private const int Frame = 12;

    private static readonly string[] Kept = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "IDAT", "IEND"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null where it is none, or a broken one.</summary>
    public static PictureFile? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) return null;
        var (content, packed) = (new List<byte>(file.Length), new List<byte>(file.Length));
        content.AddRange(Signature);
        PngHead? head = null;
        for (var rest = file[Signature.Length..]; rest.Length >= Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame) return null;
            var chunk = rest[..((int)length + Frame)];
            var name = Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (Kept.Contains(name))
            {
                if (PngChecksum.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..])) return null;
                content.AddRange(chunk);
            }

            if (head is null != (name == "IHDR")) return null;
            if (name == "IHDR" && (head = PngHead.Read(chunk[8..^4])) is null) return null;
            if (name == "IDAT") packed.AddRange(chunk[8..^4]);
            if (name == "IEND") return PictureOf(head!.Value, packed, content);
            rest = rest[chunk.Length..];
        }

        return null;
    }

    /// <summary>One that is too large is not unpacked: it is refused for that.</summary>
    private static PictureFile? PictureOf(PngHead head, List<byte> packed, List<byte> content) =>
        head is { Width: > PictureFile.MostPixels } or { Height: > PictureFile.MostPixels } || IsWhole(head, packed)
            ? new PictureFile("image/png", head.Width, head.Height, [.. content])
            : null;

    private static bool IsWhole(PngHead head, List<byte> packed)
    {
        using var zlib = new ZLibStream(new MemoryStream([.. packed]), CompressionMode.Decompress);
        var (needed, buffer) = (head.Unpacked(), new byte[64 * 1024]);
        try
        {
            for (int read; needed >= 0 && (read = zlib.Read(buffer)) > 0;) needed -= read;
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return needed == 0;
    }
}
