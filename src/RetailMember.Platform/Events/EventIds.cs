using System.Security.Cryptography;

namespace RetailMember.Platform.Events;

/// <summary>
/// Numbers that rise with time, made without asking the database: 42 bits of milliseconds since 2020, 9 bits that tell
/// hosts apart, 12 bits within the millisecond. Two hosts with the same 9 bits that hit the same number are told by
/// the table's key, and the command is tried again.
/// </summary>
internal sealed class EventIds(TimeProvider time)
{
    private const int HostBits = 9;
    private const int SerialBits = 12;
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly long host = RandomNumberGenerator.GetInt32(1 << HostBits);
    private readonly Lock turn = new();
    private long millisecond;
    private long serial;

    public long Next()
    {
        lock (turn)
        {
            // A clock that is set back does not set the numbers back.
            var now = Math.Max((long)(time.GetUtcNow() - Epoch).TotalMilliseconds, millisecond);
            serial = now == millisecond ? serial + 1 : 0;
            if (serial == 1 << SerialBits)
            {
                now++;
                serial = 0;
            }

            millisecond = now;
            return (((now << HostBits) | host) << SerialBits) | serial;
        }
    }
}
