using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>What a member was given outside of a purchase, as it was given: by it alone it is taken back.</summary>
internal sealed class MemberAward : IBrandOwned
{
    public const string KeyPrefix = "award:";
    public const int KeyLength = 64;

    /// <summary>The columns that taking back moves.</summary>
    public static readonly string[] Moving = [nameof(PointsTaken), nameof(GrowthTaken), nameof(Undoings), nameof(WithdrawnAt)];

    /// <summary>Drawn at the award's own time: see <see cref="GivenAt"/>.</summary>
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Key { get; init; }

    /// <summary>Code of the rule that gave it.</summary>
    public required string Rule { get; init; }

    public int RuleVersion { get; init; }

    /// <summary>In force at the award: whose refund policy takes it back.</summary>
    public int ProgrammeVersion { get; init; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly On { get; init; }

    public long Points { get; init; }

    public long PointsTaken { get; set; }

    public long Growth { get; init; }

    public long GrowthTaken { get; set; }

    public Guid? ParticipationId { get; init; }

    /// <summary>The member's epoch whose metrics growth counts in.</summary>
    public int MetricsEpoch { get; init; }

    /// <summary>Code of the tier before; null where it did not raise it.</summary>
    public string? TierFrom { get; set; }

    public string? TierTo { get; set; }

    /// <summary>How often something of it was taken back.</summary>
    public int Undoings { get; set; }

    /// <summary>UTC; when all of it was taken back.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>UTC, to the millisecond.</summary>
    public DateTime GivenAt => DateTime.UnixEpoch.AddMilliseconds(RecordedAt.Of(Id));

    public string PointsKey => $"{KeyPrefix}{Id:N}:points";

    public string GrowthKey => $"{KeyPrefix}{Id:N}:growth";

    /// <summary>Of what was taken back for the n-th time, from 1.</summary>
    public static string UndoKey(string key, int n) => FormattableString.Invariant($"{key}:undo:{n}");

    public static void Describe(ModelBuilder model) => model.Entity<MemberAward>(award =>
    {
        award.Property(a => a.Id).ValueGeneratedNever();
        award.Property(a => a.Key).HasMaxLength(KeyLength);
        award.Property(a => a.Rule).HasMaxLength(MembershipDb.CodeLength);
        award.Property(a => a.TierFrom).HasMaxLength(MembershipDb.CodeLength);
        award.Property(a => a.TierTo).HasMaxLength(MembershipDb.CodeLength);
        award.Ignore(a => a.GivenAt);
        award.Ignore(a => a.PointsKey);
        award.Ignore(a => a.GrowthKey);
        award.HasIndex(a => new { a.Key, a.BrandId }).IsUnique();
        award.HasIndex(a => new { a.MemberId, a.On });
    });
}
