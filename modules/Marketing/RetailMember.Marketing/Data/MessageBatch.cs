using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>
/// Messages that are one thing to a member, in the same words: a campaign, a day of a journey. He gets at most one of them.
/// </summary>
internal sealed class MessageBatch : IBrandOwned
{
    /// <summary>Given by whoever opens it: a campaign's own key.</summary>
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>What it is, such as <c>campaign:spring</c>.</summary>
    public required string Purpose { get; init; }

    public MessageLane Lane { get; init; }

    public Guid TemplateId { get; init; }

    public BatchState State { get; set; }

    /// <summary>UTC; what could not be sent by then is not sent. Null: no limit.</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>Fen that its messages may cost; null: no bound.</summary>
    public long? MostFen { get; init; }

    /// <summary>
    /// The version of a segment by whose sensitive conditions its members were chosen: asked once more of each at the
    /// hand-over, and of nobody while they cannot be. Null: there are none.
    /// </summary>
    public Guid? MeantSegmentId { get; init; }

    public int? MeantSegmentNumber { get; init; }

    /// <summary>
    /// Its members were chosen by conclusions from what they buy: who objects to these by the moment of handing over gets none.
    /// </summary>
    public bool IsProfiling { get; init; }

    /// <summary>
    /// That a member has a message of it tells something sensitive of him: he was chosen by sensitive conditions, or the module
    /// that wrote it calls its letters so. It stays so when that module is gone.
    /// </summary>
    public bool IsSensitive { get; init; }

    public DateTime CreatedAt { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<MessageBatch>(batch =>
    {
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.Purpose).HasMaxLength(MarketingDb.PurposeLength);
        batch.Property(b => b.Lane).HasConversion<short>();
        batch.Property(b => b.State).HasConversion<short>();
        batch.HasIndex(b => new { b.BrandId, b.State, b.Lane });
    });
}

internal enum BatchState
{
    /// <summary>Its messages are handed over as they fall due.</summary>
    Open,

    /// <summary>Its messages wait until it is let go on.</summary>
    Held,

    /// <summary>Its messages that were not handed over never will be.</summary>
    Stopped,

    /// <summary>Its messages wait until the brand buys a package; then they go on by themselves.</summary>
    Unpaid,

    /// <summary>Nothing more becomes of its messages.</summary>
    Closed,
}

/// <summary>The order in which messages go: the first lane first.</summary>
internal enum MessageLane
{
    Code,
    Transactional,
    Marketing,
}
