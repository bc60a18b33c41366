using System.Buffers.Binary;

namespace RetailMember.Values;

/// <summary>
/// Keys of rows that are read in the order in which they were made. Those of <see cref="Guid.CreateVersion7()"/> fall in any
/// order within one millisecond; each of these is greater than those that this process made before it.
/// </summary>
public static class OrderedId
{
    private static readonly Lock Gate = new();
    private static UInt128 last;

    /// <summary>A version 7 key: the time of now, or the next after the last one where that is not later.</summary>
    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var made = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        lock (Gate)
        {
            last = made > last ? made : last + 1;
            BinaryPrimitives.WriteUInt128BigEndian(bytes, last);
        }

        return new Guid(bytes, bigEndian: true);
    }
}
