using System.Buffers.Binary;
using System.Text;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>PNG: a signature and chunks, each with its length and name.</summary>
internal static class PngPicture
{
    private const int Frame = 12;
    private const int HeadLength = 13;

    private static readonly string[] Kept = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "IDAT", "IEND"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null where it is none, or a broken one.</summary>
    public static PictureFile? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) return null;
        var content = new List<byte>(file.Length);
        content.AddRange(Signature);
        var (width, height, hasData) = (0, 0, false);
        for (var rest = file[Signature.Length..]; rest.Length >= Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame) return null;
            var chunk = rest[..((int)length + Frame)];
            var name = Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (width == 0 && (name != "IHDR" || length != HeadLength)) return null;
            if (name == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]));
                if (width <= 0) return null;
            }

            hasData |= name == "IDAT";
            if (Kept.Contains(name)) content.AddRange(chunk);
            if (name == "IEND") return hasData ? new PictureFile("image/png", width, height, [.. content]) : null;
            rest = rest[chunk.Length..];
        }

        return null;
    }
}
