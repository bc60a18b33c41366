using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using RetailMember.Redemption.Catalogue.Pictures;

namespace RetailMember.Redemption.Demonstration;

/// <summary>Draws a reward's picture: a disc on a ground of the reward's own colour, as PNG.</summary>
internal static class DemoPicture
{
    private const int Width = 320;
    private const int Height = 200;
    private const int Radius = 56;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="number">Decides the colour.</param>
    public static byte[] Draw(int number)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> head = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], Height);
        Write(file, "IHDR", head);
        Write(file, "IDAT", Pixels(number * 67 % 360));
        Write(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Pixels(int hue)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Width; x++)
                {
                    var (dx, dy) = (x - (Width / 2), y - (Height / 2));
                    var light = (dx * dx) + (dy * dy) < Radius * Radius ? 245 : 150 + (y * 60 / Height);
                    zlib.Write([Channel(hue, light), Channel(hue + 240, light), Channel(hue + 120, light)]);
                }
            }

        return packed.ToArray();
    }

    /// <summary>One colour's share of a hue, 0 to 359 degrees, in a mild tone.</summary>
    private static byte Channel(int degrees, int light)
    {
        var away = Math.Abs((degrees % 360) - 180);
        return (byte)Math.Clamp(light - 60 + (away * 60 / 180), 0, 255);
    }

    private static void Write(MemoryStream file, string name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngChecksum.Of(named));
        file.Write(number);
    }
}
