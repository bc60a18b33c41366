using Microsoft.EntityFrameworkCore;

namespace RetailMember.Architecture.Tests.Red;

/// <summary>A context beside the kernel's base: its texts have whatever collation the database has.</summary>
internal sealed class LinguisticDb : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlServer();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Planted>();

    private sealed record Planted(int Id, string Name);
}
