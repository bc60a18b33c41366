using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Rules;

/// <summary>
/// One wording of a module's rules for a brand; only a draft is edited. A module that has such rules describes the table in
/// its own context, with <see cref="RulesTable.DescribeRules"/>.
/// </summary>
public sealed class RulesVersion : IBrandOwned
{
    /// <inheritdoc/>
    public required int BrandId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The document as JSON.</summary>
    public required string Document { get; set; }

    /// <summary>Who wrote it last.</summary>
    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    /// <summary>UTC; from then on it decides, until the next. Null: the draft, or one that was withdrawn before a newer draft.</summary>
    public DateTime? EffectiveFrom { get; set; }

    /// <summary>Who put it into force; null: nobody yet.</summary>
    public string? ActivatedBy { get; set; }
}

/// <summary>The table of rules.</summary>
public static class RulesTable
{
    /// <summary>Describes <see cref="RulesVersion"/> in a module's context.</summary>
    public static void DescribeRules(this ModelBuilder model) => model.Entity<RulesVersion>(version =>
    {
        version.HasKey(v => new { v.BrandId, v.Number });
        version.Property(v => v.Document).Unbounded();
        version.Property(v => v.EditedBy).HasMaxLength(64);
        version.Property(v => v.ActivatedBy).HasMaxLength(64);
    });
}
