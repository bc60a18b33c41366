using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Marketing.Data;

/// <summary>
/// An address of the house's own people to which words may be sent for a trial: without such a list a trial is a way to
/// write to anybody, past consent and caps.
/// </summary>
internal sealed class TestAddress : IBrandOwned
{
    public const int NameLength = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    public MessageChannel Channel { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Name { get; init; }

    /// <summary>Sealed at rest; a mobile of eleven digits, or + and country code, an e-mail address, or a name in WeChat.</summary>
    public required string Address { get; init; }

    /// <summary>Its blind index; unique in the brand.</summary>
    public required string RecipientId { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; init; }

    public static void Describe(ModelBuilder model, PersonalData personal)
    {
        model.Entity<TestAddress>(address =>
        {
            address.Property(a => a.Id).ValueGeneratedNever();
            address.Property(a => a.Channel).HasConversion<short>();
            address.Property(a => a.Name).HasMaxLength(NameLength);
            address.Property(a => a.Address).HasMaxLength(400).HasConversion(personal.Column("marketing.test-address"));
            address.Property(a => a.RecipientId).HasMaxLength(Recipient.IdLength);
            address.Property(a => a.AddedBy).HasMaxLength(MarketingDb.CodeLength);
            address.HasIndex(a => new { a.BrandId, a.RecipientId }).IsUnique();
        });
        model.Entity<TestTally>(tally => tally.HasKey(t => new { t.BrandId, t.PersonId, t.On }));
    }
}

/// <summary>How many trials somebody has sent on a business day.</summary>
internal sealed class TestTally : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>Empty for the house itself.</summary>
    public Guid PersonId { get; init; }

    public DateOnly On { get; init; }

    public long Sent { get; set; }
}
