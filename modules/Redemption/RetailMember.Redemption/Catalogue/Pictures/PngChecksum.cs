namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>The checksum (CRC-32) that ends each chunk of a PNG, of its name and content.</summary>
internal static class PngChecksum
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Turn((uint)n))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes) sum = Table[(byte)sum ^ one] ^ (sum >> 8);
        return ~sum;
    }

    private static uint Turn(uint sum)
    {
        for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
        return sum;
    }
}
