using System.Buffers.Binary;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>JPEG: segments, each with its marker and length, and scans between them, up to the marker of its end.</summary>
internal static class JpegPicture
{
    private const byte Mark = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;
    private const int HeadLength = 7;

    private static ReadOnlySpan<byte> Start => [Mark, 0xD8];

    /// <summary>Null where it is none, or a broken one.</summary>
    public static PictureFile? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Start)) return null;
        var content = new List<byte>(file.Length);
        content.AddRange(Start);
        var (width, height, hasScan) = (0, 0, false);
        for (var rest = file[Start.Length..]; rest.Length > 1 && rest[0] == Mark;)
        {
            var marker = rest[1];
            if (marker == End)
            {
                content.AddRange(rest[..2]);
                return hasScan ? new PictureFile("image/jpeg", width, height, [.. content]) : null;
            }

            if (rest.Length < 4) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length) return null;
            var segment = rest[..(length + 2)];
            if (IsFrame(marker) && length > HeadLength)
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            if (!IsNote(marker)) content.AddRange(segment);
            rest = rest[segment.Length..];
            if (marker != StartOfScan) continue;
            var scan = rest[..ScanLength(rest)];
            if (width == 0 || scan.IsEmpty) return null;
            content.AddRange(scan);
            hasScan = true;
            rest = rest[scan.Length..];
        }

        return null;
    }

    /// <summary>Up to the next marker; stuffed zeroes and the marks of restarts belong to the scan.</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
            if (rest[at] == Mark && rest[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))) return at;
        return rest.Length;
    }

    /// <summary>Start of a frame, which has the size; C4, C8 and CC are tables and the like.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>
    /// Comments and notes of programs, Exif among them; APP0 (JFIF), APP2 (colours) and APP14 (Adobe) are needed to show it.
    /// </summary>
    private static bool IsNote(byte marker) => marker == 0xFE || marker is >= 0xE0 and <= 0xEF and not (0xE0 or 0xE2 or 0xEE);
}
