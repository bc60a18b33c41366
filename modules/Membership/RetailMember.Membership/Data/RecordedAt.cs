using System.Buffers.Binary;

namespace RetailMember.Membership.Data;

/// <summary>When a row was written, in milliseconds: its key is drawn then and begins with the time.</summary>
internal static class RecordedAt
{
    public static long Of(Guid id)
    {
        Span<byte> key = stackalloc byte[16];
        id.TryWriteBytes(key, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(key) >> 16;
    }
}
