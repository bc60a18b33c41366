using System.Buffers.Binary;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>What a PNG says of itself in its first chunk.</summary>
internal readonly record struct PngHead(int Width, int Height, int BitsPerPixel, bool Interlaced)
{
    private const int Length = 13;

    /// <summary>First pixel and step, across and down, of each of the seven passes.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Null where no decoder would know it.</summary>
    public static PngHead? Read(ReadOnlySpan<byte> head)
    {
        if (head.Length != Length || head[10] != 0 || head[11] != 0 || head[12] > 1) return null;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[4..]));
        var bits = BitsOf(head[8], head[9]);
        return width <= 0 || height <= 0 || bits == 0 ? null : new PngHead(width, height, bits, head[12] == 1);
    }

    /// <summary>How many bytes its lines come to, unpacked, each with the filter that it begins with.</summary>
    public long Unpacked()
    {
        if (!Interlaced) return Lines(Width, Height);
        var sum = 0L;
        foreach (var (x, y, stepX, stepY) in Passes)
            sum += Lines((Width - x + stepX - 1) / stepX, (Height - y + stepY - 1) / stepY);
        return sum;
    }

    private long Lines(int width, int height) =>
        width <= 0 || height <= 0 ? 0 : height * (1 + ((((long)width * BitsPerPixel) + 7) / 8));

    /// <summary>By depth and kind of colour; 0 for a pair that there is not.</summary>
    private static int BitsOf(int depth, int colours) => (colours, depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => depth,
        (2, 8 or 16) => 3 * depth,
        (4, 8 or 16) => 2 * depth,
        (6, 8 or 16) => 4 * depth,
        _ => 0,
    };
}
