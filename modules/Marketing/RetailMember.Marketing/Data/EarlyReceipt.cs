using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>
/// What a provider tells of a message by its own number for it, until that number is written down: the receipt may be here
/// before the answer is.
/// </summary>
internal sealed class EarlyReceipt
{
    /// <summary>Of the gateway whose provider told it.</summary>
    public required string Gateway { get; init; }

    /// <summary>The provider's number for the message.</summary>
    public required string Reference { get; init; }

    /// <summary>Blind index of the address.</summary>
    public required string RecipientId { get; init; }

    public bool HasArrived { get; init; }

    public MessageReason? Reason { get; init; }

    /// <summary>The provider's own word for it.</summary>
    public string? ProviderReason { get; init; }

    /// <summary>When it arrived, or failed, UTC.</summary>
    public DateTime DoneAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime ToldAt { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<EarlyReceipt>(receipt =>
    {
        receipt.HasKey(r => new { r.Gateway, r.Reference });
        receipt.Property(r => r.Gateway).HasMaxLength(MarketingDb.CodeLength).Ordinal();
        receipt.Property(r => r.Reference).HasMaxLength(MarketingDb.CodeLength).Ordinal();
        receipt.Property(r => r.RecipientId).HasMaxLength(Recipient.IdLength);
        receipt.Property(r => r.Reason).HasConversion<short?>();
        receipt.Property(r => r.ProviderReason).HasMaxLength(MarketingDb.CodeLength);
        receipt.HasIndex(r => r.ToldAt);
    });
}
