using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Messages;

/// <summary>A message that no gateway carried: kept, for whoever tries the product out.</summary>
internal sealed class SentMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>Masked: 138****1234.</summary>
    public required string Mobile { get; init; }

    public required string Purpose { get; init; }

    /// <summary>As it would have been read, sealed at rest: it may hold a code.</summary>
    public required string Text { get; init; }

    public DateTime At { get; init; }

    public static void Describe(ModelBuilder model, PersonalData personal) => model.Entity<SentMessage>(message =>
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Mobile).HasMaxLength(32);
        message.Property(m => m.Purpose).HasMaxLength(PlatformDb.CodeLength);
        message.Property(m => m.Text).Unbounded().HasConversion(personal.Column("platform.sent-message"));
        message.HasIndex(m => m.At);
    });
}
