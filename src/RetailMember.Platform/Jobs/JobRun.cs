using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Jobs;

internal enum RunState
{
    Queued,
    Running,
    Succeeded,
    Failed,
}

/// <summary>One run of a job in one brand, or one piece of background work that somebody asked for.</summary>
internal sealed class JobRun
{
    public const int MessageLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A job by module and name (<c>Membership.expire-points</c>), or the name of a use case.</summary>
    public required string Job { get; init; }

    /// <summary>0 for the chain.</summary>
    public int BrandId { get; init; }

    public RunState State { get; set; }

    public DateTime QueuedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The host's last sign of life; after a minute's silence another host takes the run up again.</summary>
    public DateTime? AliveAt { get; set; }

    public int Attempts { get; set; }

    public long Done { get; set; }

    /// <summary>0 while unknown.</summary>
    public long Total { get; set; }

    /// <summary>The answer in short, or the reason of the failure.</summary>
    public string? Message { get; set; }

    /// <summary>Of background work, sealed: it may hold personal data. Null for a job, which makes its own.</summary>
    public string? Input { get; init; }

    public CallerKind CallerKind { get; init; }

    public Guid? CallerId { get; init; }

    public required string CallerName { get; init; }

    public static void Describe(ModelBuilder model, PersonalData personal) => model.Entity<JobRun>(run =>
    {
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.Job).HasMaxLength(128);
        run.Property(r => r.State).HasConversion<short>();
        run.Property(r => r.Message).HasMaxLength(MessageLength);
        run.Property(r => r.Input!).Unbounded().HasConversion(personal.Column("platform.job-input"));
        run.Property(r => r.CallerKind).HasConversion<short>();
        run.Property(r => r.CallerName).HasMaxLength(PlatformDb.NameLength);
        run.HasIndex(r => new { r.Job, r.BrandId, r.QueuedAt });
        run.HasIndex(r => new { r.State, r.QueuedAt });
    });
}
