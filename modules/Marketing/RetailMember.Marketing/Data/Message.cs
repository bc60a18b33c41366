using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>
/// One message to one person, from the queue to the receipt. His number is not in it: it is asked for when the message is
/// handed over, and only a blind index remains, by which receipts, replies and limits find their way.
/// </summary>
internal sealed class Message : IBrandOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>Null for a message that was sent at once, such as a code.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Null for a message to a number whose owner need not be a member, such as a code.</summary>
    public Guid? MemberId { get; init; }

    public required string Purpose { get; init; }

    public MessageLane Lane { get; init; }

    /// <summary>The revision in whose words it goes; null where a gateway carried the product's own.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>What whoever queued it gave for the template's variables, as JSON; null: nothing.</summary>
    public string? Values { get; set; }

    public MessageState State { get; set; }

    /// <summary>Why it waits, was not sent or did not arrive.</summary>
    public MessageReason? Reason { get; set; }

    /// <summary>The provider's own word for it, as long as it may be kept.</summary>
    public string? ProviderReason
    {
        get;
        set => field = value is { Length: > MarketingDb.CodeLength } ? value[..MarketingDb.CodeLength] : value;
    }

    /// <summary>Not handed over before.</summary>
    public DateTime DueAt { get; set; }

    /// <summary>Which gateway it was handed to: no other can say what became of it.</summary>
    public string? Gateway { get; set; }

    /// <summary>Our number of the order in which it was handed over.</summary>
    public string? RequestId { get; set; }

    /// <summary>Blind index of the address that it went to.</summary>
    public string? RecipientId { get; set; }

    /// <summary>The provider's number for the order.</summary>
    public string? Reference { get; set; }

    /// <summary>As the provider bills it; 0 until it is handed over.</summary>
    public int Parts { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the provider is to be asked what became of it; null: no more.</summary>
    public DateTime? AskAt { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? HandedOverAt { get; set; }

    /// <summary>When it arrived, or when it was known that it would not.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>
    /// Something can still become of it: it waits, or the provider may yet tell. After three days nothing more is expected.
    /// </summary>
    public static readonly Expression<Func<Message, bool>> IsOpen = m =>
        m.State == MessageState.Queued || m.State == MessageState.HandingOver
        || (m.State == MessageState.Accepted && m.AskAt != null);

    public static void Describe(ModelBuilder model) => model.Entity<Message>(message =>
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Purpose).HasMaxLength(MarketingDb.PurposeLength);
        message.Property(m => m.Lane).HasConversion<short>();
        message.Property(m => m.State).HasConversion<short>();
        message.Property(m => m.Reason).HasConversion<short?>();
        message.Property(m => m.Values).HasMaxLength(ValuesLength);
        message.Property(m => m.ProviderReason).HasMaxLength(MarketingDb.CodeLength);
        message.Property(m => m.Gateway).HasMaxLength(MarketingDb.CodeLength);
        message.Property(m => m.RequestId).HasMaxLength(MarketingDb.CodeLength);
        message.Property(m => m.RecipientId).HasMaxLength(Recipient.IdLength);
        message.Property(m => m.Reference).HasMaxLength(MarketingDb.CodeLength);
        message.HasIndex(m => new { m.BatchId, m.MemberId }).IsUnique();
        message.HasIndex(m => new { m.BatchId, m.RecipientId }).IsUnique();
        message.HasIndex(m => new { m.BatchId, m.State, m.DueAt, m.Id });
        message.HasIndex(m => new { m.RecipientId, m.HandedOverAt });
        message.HasIndex(m => m.RequestId);
        message.HasIndex(m => new { m.BrandId, m.AskAt });
        message.HasIndex(m => new { m.BrandId, m.Id });
        message.HasIndex(m => m.MemberId);
    });

    public const int ValuesLength = 1000;
}
