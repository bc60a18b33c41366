using System.Security.Cryptography;
using System.Text;
using RetailMember.Data;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>One replay of a programme version over past purchases, and what it found.</summary>
internal sealed class ProgrammeReplay : IBrandOwned
{
    /// <summary>A host that works on it says so with every page, which takes less than seconds.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>Of the version replayed.</summary>
    public int Number { get; init; }

    /// <summary>First business day of the window.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last business day of the window.</summary>
    public DateOnly To { get; init; }

    /// <summary>Of the document that was replayed: a draft may have changed since.</summary>
    public required string DocumentHash { get; set; }

    public ReplayState State { get; set; }

    /// <summary>Whoever works on it; another one takes it over by a number of its own.</summary>
    public Guid? Attempt { get; set; }

    /// <summary>Members looked at, and all there are.</summary>
    public long Done { get; set; }

    public long Total { get; set; }

    public long Receipts { get; set; }

    /// <summary>The sums, as JSON; null until it is done.</summary>
    public string? Figures { get; set; }

    public required string RequestedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>UTC; the last sign of life.</summary>
    public DateTime? AliveAt { get; set; }

    /// <summary>The code of what stopped it, where it failed.</summary>
    public string? Fault { get; set; }

    public static string HashOf(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Its host was killed: it says nothing any more.</summary>
    public bool IsSilentAt(DateTime now) =>
        State is ReplayState.Running or ReplayState.Cancelling && (AliveAt ?? StartedAt ?? RequestedAt) < now - Silence;
}

internal enum ReplayState
{
    /// <summary>Waits for a host to take it.</summary>
    Queued,
    Running,

    /// <summary>Somebody wants it stopped: its host stops after the page under way.</summary>
    Cancelling,
    Done,
    Cancelled,
    Failed,

    /// <summary>As it is shown, never as it is stored: it runs, but its host has been silent for too long.</summary>
    Interrupted,
}

/// <summary>What becomes different for one member; members for whom all stays the same have none.</summary>
internal sealed class ReplayedMember : IBrandOwned
{
    public Guid ReplayId { get; init; }

    public Guid MemberId { get; init; }

    public int BrandId { get; init; }

    public required string MemberNo { get; init; }

    /// <summary>Of the window.</summary>
    public int Receipts { get; init; }

    /// <summary>Granted by the receipts of the window and not due back by its refunds.</summary>
    public long Points { get; init; }

    public long ReplayedPoints { get; init; }

    public long PointsChange => ReplayedPoints - Points;

    public long DiscountFen { get; init; }

    public long ReplayedDiscountFen { get; init; }

    /// <summary>Fen that points and discount together are worth more; below zero where they are worth less.</summary>
    public long ValueChangeFen { get; init; }

    /// <summary>Code of the tier held at the end of the window.</summary>
    public required string Tier { get; init; }

    public required string ReplayedTier { get; init; }

    public bool IsAnyDifferent => PointsChange != 0 || DiscountFen != ReplayedDiscountFen || Tier != ReplayedTier;
}
