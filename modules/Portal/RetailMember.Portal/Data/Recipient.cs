using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace RetailMember.Portal.Data;

/// <summary>When codes were sent to a mobile lately; locked while one more is decided on. Of the chain: a phone is one phone.</summary>
internal sealed class Recipient
{
    private const char Separator = ',';

    /// <summary>Blind index of the mobile.</summary>
    public required string Id { get; init; }

    /// <summary>Seconds since 1970, UTC, oldest first.</summary>
    public string Sent { get; set; } = "";

    public IReadOnlyList<DateTime> SentAt() =>
        [.. Sent.Split(Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(s => DateTimeOffset.FromUnixTimeSeconds(long.Parse(s, CultureInfo.InvariantCulture)).UtcDateTime)];

    public void Note(IEnumerable<DateTime> times) => Sent = string.Join(
        Separator, times.Select(t => new DateTimeOffset(t, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    public static void Describe(ModelBuilder model) => model.Entity<Recipient>(recipient =>
    {
        recipient.Property(r => r.Id).HasMaxLength(PortalDb.IndexLength).ValueGeneratedNever();
        recipient.Property(r => r.Sent).HasMaxLength(400);
    });
}
