using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>
/// One revision of a brand's words for messages. Once approved it is never changed: other words are another revision, and
/// the approved one counts until that is approved.
/// </summary>
internal sealed class MessageTemplate : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>What people call the template by; the same for all of its revisions.</summary>
    public required string Code { get; init; }

    public int Revision { get; init; }

    public TemplateState State { get; set; }

    public TemplateKind Kind { get; set; }

    public MessageChannel Channel { get; set; }

    /// <summary>What of the product's own messages goes out in these words, such as <c>portal.login</c>; null: none.</summary>
    public string? Purpose { get; set; }

    /// <summary><see cref="Templates.TemplateTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>Who edited last, by key; null for the house.</summary>
    public Guid? EditorId { get; set; }

    public DateTime EditedAt { get; set; }

    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public long Version { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<MessageTemplate>(template =>
    {
        template.ToTable("template");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Code).HasMaxLength(MarketingDb.CodeLength).Ordinal();
        template.Property(t => t.State).HasConversion<short>();
        template.Property(t => t.Kind).HasConversion<short>();
        template.Property(t => t.Channel).HasConversion<short>();
        template.Property(t => t.Purpose).HasMaxLength(MarketingDb.CodeLength);
        template.Property(t => t.Terms).Unbounded();
        template.Property(t => t.EditedBy).HasMaxLength(MarketingDb.CodeLength);
        template.Property(t => t.DecidedBy).HasMaxLength(MarketingDb.CodeLength);
        template.HasIndex(t => new { t.BrandId, t.Code, t.Revision }).IsUnique();
        template.HasIndex(t => new { t.BrandId, t.Purpose, t.State });
    });
}

internal enum TemplateState
{
    Draft,
    Approved,

    /// <summary>Another revision took its place: what was queued in these words still goes out.</summary>
    Replaced,

    /// <summary>Nothing goes out in these words any more.</summary>
    Withdrawn,
}

/// <summary>What a template is for: its lane, its limits, and whether a consent is needed.</summary>
internal enum TemplateKind
{
    /// <summary>A one-time code that somebody waits for.</summary>
    Code,

    /// <summary>A word about the membership itself: no consent, no quiet hours.</summary>
    Notice,

    /// <summary>Commercial.</summary>
    Marketing,
}
