using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>
/// A number that was written to, of the whole chain: one phone is one phone. Locked while messages to it are decided on, so
/// that its limits hold however many hosts hand over. Or a member who wants no more, whatever his number is.
/// </summary>
internal sealed class Recipient
{
    public const int IdLength = 43;

    /// <summary>Blind index of the address, or of the member's key.</summary>
    public required string Id { get; init; }

    /// <summary>When its owner last said that he wants no commercial messages, UTC; a consent given later counts.</summary>
    public DateTime? OptedOutAt { get; set; }

    public OptOutWay? OptedOutBy { get; set; }

    /// <summary>Whether the consent of that moment counts no more.</summary>
    public bool HasLeftSince(DateTime agreed) => OptedOutAt >= agreed;

    public static void Describe(ModelBuilder model) => model.Entity<Recipient>(recipient =>
    {
        recipient.Property(r => r.Id).HasMaxLength(IdLength).ValueGeneratedNever();
        recipient.Property(r => r.OptedOutBy).HasConversion<short?>();
    });
}

internal enum OptOutWay
{
    Reply,
    Store,

    /// <summary>By the button of a mail program, or the link in an e-mail: of that address alone.</summary>
    Mail,
}
