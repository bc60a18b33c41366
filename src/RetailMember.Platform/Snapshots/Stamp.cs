using Microsoft.EntityFrameworkCore;

namespace RetailMember.Platform.Snapshots;

/// <summary>Counts the changes of what hosts keep in memory; raised in the transaction of each change.</summary>
internal sealed class Stamp
{
    public required string Name { get; init; }

    public long Value { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<Stamp>(stamp =>
    {
        stamp.HasKey(s => s.Name);
        stamp.Property(s => s.Name).HasMaxLength(32);
    });
}
