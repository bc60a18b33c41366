using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>How many codes that open nothing a caller has tried in a minute; every host counts on the same row.</summary>
internal sealed class LookUpFailure : IBrandOwned
{
    public const int CallerLength = 200;

    public int BrandId { get; init; }

    public required string Caller { get; init; }

    /// <summary>Minutes since 1970, UTC.</summary>
    public long Minute { get; init; }

    public long Failures { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<LookUpFailure>(failure =>
    {
        failure.HasKey(f => new { f.BrandId, f.Caller, f.Minute });
        failure.Property(f => f.Caller).HasMaxLength(CallerLength);
        failure.HasIndex(f => f.Minute);
    });
}
