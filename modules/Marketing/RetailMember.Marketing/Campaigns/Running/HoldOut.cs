using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Who gets nothing, to compare with: decided by campaign and member alone, so that it comes out the same whenever it is
/// asked, and another campaign leaves out others.
/// </summary>
internal static class HoldOut
{
    private const int KeyLength = 16;

    public static bool Has(Guid campaign, Guid member, int percent)
    {
        Span<byte> keys = stackalloc byte[2 * KeyLength];
        campaign.TryWriteBytes(keys, bigEndian: true, out _);
        member.TryWriteBytes(keys[KeyLength..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(keys, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) % 100 < percent;
    }
}
