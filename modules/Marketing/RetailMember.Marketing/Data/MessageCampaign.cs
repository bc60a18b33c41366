using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>
/// One message to the members of a segment. Its key is that of its batch in the queue, so that nobody gets it twice.
/// </summary>
internal sealed class MessageCampaign : IBrandOwned, IVersioned
{
    /// <summary>The columns that its run moves.</summary>
    public static readonly string[] Moving =
        [nameof(State), nameof(StartedAt), nameof(EndedAt), nameof(Members), nameof(Spread), nameof(EndedFor)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public MessageCampaignState State { get; set; }

    /// <summary><see cref="Campaigns.MessageCampaignTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>The segment whose members it goes to, and which of its versions: fixed when it is approved.</summary>
    public Guid? SegmentId { get; set; }

    public int? SegmentNumber { get; set; }

    /// <summary>The revision of the template whose words it has: fixed when it is approved.</summary>
    public Guid? TemplateId { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>Who edited last, by key; null for the house.</summary>
    public Guid? EditorId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public string? ApprovedBy { get; set; }

    public DateTime? ApprovedAt { get; set; }

    /// <summary>UTC; not before.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>UTC: when its members were written down.</summary>
    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Members of the segment at that moment.</summary>
    public long Members { get; set; }

    /// <summary>Those of them of whom it is decided whether they get the message.</summary>
    public long Spread { get; set; }

    /// <summary>Why it ended before its end; null: it did not.</summary>
    public RecipientState? EndedFor { get; set; }

    public long Version { get; set; }

    public static void Describe(ModelBuilder model)
    {
        model.Entity<MessageCampaign>(campaign =>
        {
            campaign.ToTable("campaign");
            campaign.Property(c => c.Id).ValueGeneratedNever();
            campaign.Property(c => c.Code).HasMaxLength(MarketingDb.CodeLength).Ordinal();
            campaign.Property(c => c.State).HasConversion<short>();
            campaign.Property(c => c.EndedFor).HasConversion<short?>();
            campaign.Property(c => c.Terms).Unbounded();
            campaign.Property(c => c.EditedBy).HasMaxLength(MarketingDb.CodeLength);
            campaign.Property(c => c.ApprovedBy).HasMaxLength(MarketingDb.CodeLength);
            campaign.HasIndex(c => new { c.BrandId, c.Code }).IsUnique();
            campaign.HasIndex(c => new { c.BrandId, c.State });
        });
        model.Entity<CampaignMember>(member =>
        {
            member.HasKey(m => new { m.CampaignId, m.MemberId });
            member.Property(m => m.State).HasConversion<short>();
            member.HasIndex(m => new { m.CampaignId, m.State });
            member.HasIndex(m => m.MemberId);
        });
    }
}

internal enum MessageCampaignState
{
    Draft,

    /// <summary>Another person has seen it; it waits to be sent off.</summary>
    Approved,

    /// <summary>Begins by itself at its time.</summary>
    Scheduled,
    Running,

    /// <summary>Nothing more is handed over until it goes on.</summary>
    Paused,
    Finished,

    /// <summary>Somebody stopped it, its budget was used up, or it may not be sent as it is.</summary>
    Stopped,
}

/// <summary>A member of a campaign's segment at the moment it began: written down once, decided once.</summary>
internal sealed class CampaignMember : IBrandOwned
{
    /// <summary>The column that the run moves.</summary>
    public static readonly string[] Moving = [nameof(State)];

    /// <summary>Of those who were to get the message.</summary>
    public static readonly RecipientState[] Written =
        [RecipientState.Queued, RecipientState.Rewarded, RecipientState.HasMost, RecipientState.VoucherRefused];

    public Guid CampaignId { get; init; }

    public Guid MemberId { get; init; }

    public int BrandId { get; init; }

    public RecipientState State { get; set; }
}

/// <summary>What was decided of a member of a campaign.</summary>
internal enum RecipientState
{
    Waiting,

    /// <summary>His message is in the queue.</summary>
    Queued,

    /// <summary>His message went out and he has the campaign's voucher.</summary>
    Rewarded,

    /// <summary>Gets none, so that the campaign's effect can be told.</summary>
    HeldOut,

    /// <summary>He objects to conclusions from what he buys, and the segment draws some.</summary>
    Objects,

    /// <summary>He left, or was merged into another member, meanwhile.</summary>
    Gone,

    /// <summary>The budget was used up before his turn.</summary>
    OverBudget,

    /// <summary>The campaign was stopped before his turn.</summary>
    Stopped,

    /// <summary>His message went out; he has had as many of the voucher as one may.</summary>
    HasMost,

    /// <summary>His message went out; its voucher could not be issued.</summary>
    VoucherRefused,

    /// <summary>Ended a campaign at its beginning: its words may not be used any more.</summary>
    WordsWithdrawn,

    /// <summary>He has not agreed, wants no more, or has no address: he would not be written to.</summary>
    Unreached,

    /// <summary>Ended a campaign at its beginning: so few meet its sensitive conditions that figures would tell who.</summary>
    TooFew,

    /// <summary>Ended a campaign: it has a voucher, and its segment has sensitive conditions, as it may have since its approval.</summary>
    SensitiveVoucher,

    /// <summary>Ended a campaign before more messages promised its voucher: that cannot be issued any more.</summary>
    VoucherEnded,
}
