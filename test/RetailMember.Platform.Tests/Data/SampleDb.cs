using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

public enum Shade
{
    Light = 1,
    Dark = 2,
}

/// <summary>A row with a column of every kind that the product stores.</summary>
public sealed class Sample : IBrandOwned
{
    public long Id { get; set; }

    public int BrandId { get; init; }

    public Guid Owner { get; init; }

    public required string Name { get; set; }

    public string? Note { get; set; }

    public string? Mobile { get; init; }

    public Shade Shade { get; init; }

    public Shade? Second { get; init; }

    public bool Flag { get; init; }

    public int? Small { get; init; }

    public long Count { get; set; }

    public DateTime At { get; init; }

    public DateTime? Later { get; init; }

    public DateOnly Day { get; init; }

    public DateOnly? Until { get; init; }

    public byte[]? Bytes { get; init; }
}

public sealed class Document : IVersioned
{
    public int Id { get; set; }

    public required string Title { get; set; }

    public long Version { get; set; }
}

public abstract class SampleDb(ModuleDbOptions options) : ModuleDb("sample", options)
{
    public DbSet<Sample> Samples => Set<Sample>();

    public DbSet<Document> Documents => Set<Document>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Sample>(sample =>
        {
            sample.HasKey(s => s.Id);
            sample.HasSequenceKey();
            sample.Property(s => s.Name).HasMaxLength(50);
            sample.Property(s => s.Note).Unbounded();
            sample.Property(s => s.Mobile).HasMaxLength(200).HasConversion(Personal.Column("sample.mobile"));
            sample.Property(s => s.Second).HasConversion<string>().HasMaxLength(10);
            sample.HasIndex(s => s.Name).IsUnique();
        });
        model.Entity<Document>().Property(d => d.Title).HasMaxLength(50);
    }
}

public sealed class SampleSqliteDb(ModuleDbOptions? options = null) : SampleDb(options ?? ModuleDbOptions.Sqlite);

public sealed class SamplePostgresDb(ModuleDbOptions? options = null) : SampleDb(options ?? ModuleDbOptions.Postgres);

public sealed class SampleSqlServerDb(ModuleDbOptions? options = null) : SampleDb(options ?? ModuleDbOptions.SqlServer);
