using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>A member's place at a store on a day, for a service that he is entitled to.</summary>
internal sealed class ServiceBooking : IBrandOwned
{
    /// <summary>The columns that its steps move.</summary>
    public static readonly string[] Moving = [nameof(State), nameof(MovedBy), nameof(MovedAt), nameof(Note)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid EntitlementId { get; init; }

    public Guid RewardId { get; init; }

    public int StoreId { get; init; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly On { get; init; }

    /// <summary>Wall-clock time in the brand's zone, such as <c>14:30</c>; null: some time that day.</summary>
    public string? Time { get; init; }

    public ServiceBookingState State { get; set; }

    /// <summary>Who took its last step.</summary>
    public required string MovedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime MovedAt { get; set; }

    /// <summary>Why it was cancelled.</summary>
    public string? Note { get; set; }
}

internal enum ServiceBookingState
{
    /// <summary>Holds its place; once its day is over nobody came.</summary>
    Booked,

    /// <summary>Its place is free again.</summary>
    Cancelled,
    Served,
}

/// <summary>How many places of a service a store has given away on a day. Counted under a lock, so that they hold.</summary>
internal sealed class ServiceDay : IBrandOwned
{
    /// <summary>Reward, store and day.</summary>
    public required string Key { get; init; }

    public int BrandId { get; init; }

    public int Taken { get; set; }

    public static string KeyOf(Guid reward, int store, DateOnly on) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{reward:N}/{store}/{on:yyyyMMdd}");
}

internal static class ServiceTables
{
    public const int TimeLength = 5;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<ServiceBooking>(booking =>
        {
            booking.Property(b => b.Id).ValueGeneratedNever();
            booking.Property(b => b.Time).HasMaxLength(TimeLength);
            booking.Property(b => b.State).HasConversion<short>();
            booking.Property(b => b.MovedBy).HasMaxLength(RedemptionDb.CodeLength);
            booking.Property(b => b.Note).HasMaxLength(200);
            booking.HasIndex(b => b.EntitlementId);
            booking.HasIndex(b => new { b.StoreId, b.On });
        });
        model.Entity<ServiceDay>(day =>
        {
            day.HasKey(d => d.Key);
            day.Property(d => d.Key).HasMaxLength(RedemptionDb.CodeLength);
            day.ToTable(t => t.HasCheckConstraint("ck_redemption_service_day_taken", "taken >= 0"));
        });
    }
}
