using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Events;

/// <summary>
/// An event on its way to one subscriber: outbox and inbox in one row. Written with the commit that told the event,
/// deleted with the commit of the subscriber that handled it, so it is handled exactly as often as that commit
/// happens: once.
/// </summary>
internal sealed class OutboxRow : IBrandOwned
{
    public const int FaultLength = 1000;
    public const int SubscriberLength = 128;

    /// <summary>Rises with time; see <see cref="EventIds"/>.</summary>
    public long Id { get; init; }

    public required string Subscriber { get; init; }

    /// <summary>0 for the chain.</summary>
    public int BrandId { get; init; }

    public required string Event { get; init; }

    public required string Payload { get; init; }

    public DateTime OccurredAt { get; init; }

    public int Attempts { get; set; }

    public DateTime DueAt { get; set; }

    /// <summary>Set aside after too many attempts, until somebody has it tried again.</summary>
    public bool Parked { get; set; }

    public string? Fault { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<OutboxRow>(row =>
    {
        row.ToTable("outbox");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Subscriber).HasMaxLength(SubscriberLength);
        row.Property(r => r.Event).HasMaxLength(128);
        row.Property(r => r.Payload).Unbounded();
        row.Property(r => r.Fault).HasMaxLength(FaultLength);
        row.HasIndex(r => new { r.Parked, r.DueAt });
        row.HasIndex(r => new { r.Subscriber, r.BrandId, r.Id });
    });
}
