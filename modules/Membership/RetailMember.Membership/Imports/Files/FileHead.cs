using System.Runtime.InteropServices;

namespace RetailMember.Membership.Imports.Files;

/// <summary>The first part of a long file, without the line on which it was cut off: no character is cut in two.</summary>
internal static class FileHead
{
    public static MemoryStream WholeLines(byte[] part) => new(part, 0, part switch
    {
        [0xFF, 0xFE, ..] => AfterLastUnit(part, '\n', '\r'),
        [0xFE, 0xFF, ..] => AfterLastUnit(part, '\u0A00', '\u0D00'),
        _ => OrAll(part.AsSpan().LastIndexOfAny((byte)'\n', (byte)'\r') + 1, part),
    });

    private static int AfterLastUnit(byte[] part, char feed, char carriageReturn) =>
        OrAll((MemoryMarshal.Cast<byte, char>(part).LastIndexOfAny(feed, carriageReturn) + 1) * 2, part);

    private static int OrAll(int end, byte[] part) => end == 0 ? part.Length : end;
}
