using RetailMember.Data;

namespace RetailMember.StoredValue.Targets.Assessments.Data;

/// <summary>
/// What somebody has as assessment pay for a month, as it was when it was closed: never changed. What is refunded or credited
/// to another later is the difference in a row of a later closing.
/// </summary>
internal sealed class AssessmentEntry : IBrandOwned
{
    /// <summary>Also that of the line that pays it.</summary>
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>First day of the month with whose closing it was written.</summary>
    public DateOnly ClosedIn { get; init; }

    /// <summary>First day of the month that it is for; before <see cref="ClosedIn"/>: a difference.</summary>
    public DateOnly Month { get; init; }

    public Guid SellerId { get; init; }

    /// <summary>User name; stays when he leaves.</summary>
    public required string Seller { get; init; }

    public long TargetFen { get; init; }

    /// <summary>Sold in the month, less what had come back when this was written.</summary>
    public long NetFen { get; init; }

    /// <summary>What reaching the target exactly pays.</summary>
    public long FullPayFen { get; init; }

    /// <summary>No more is paid than for reaching it.</summary>
    public bool Capped { get; init; }

    /// <summary>It replaces the former assessment of his role; else what is fully paid is taken out of his wage.</summary>
    public bool Replaces { get; init; }

    /// <summary>The version of the commission rules.</summary>
    public int RuleVersion { get; init; }

    /// <summary>What he has; of a difference, by how much it is more or, below zero, less than all before.</summary>
    public long PayFen { get; init; }

    public bool IsDifference => Month < ClosedIn;

    /// <summary>The same, written with the closing of another month.</summary>
    public AssessmentEntry WrittenIn(DateOnly month) => new()
    {
        Id = Id, BrandId = BrandId, ClosedIn = month, Month = Month, SellerId = SellerId, Seller = Seller, TargetFen = TargetFen,
        NetFen = NetFen, FullPayFen = FullPayFen, Capped = Capped, Replaces = Replaces, RuleVersion = RuleVersion, PayFen = PayFen,
    };
}
