using RetailMember.Data;

namespace RetailMember.StoredValue.Targets.Assessments.Data;

/// <summary>
/// A role that somebody had in a month, as it was on its last night on which he was here: who left keeps it, and who came
/// later has none.
/// </summary>
internal sealed class NotedRole : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Code of the role.</summary>
    public required string Role { get; init; }

    /// <summary>Stays when he leaves.</summary>
    public required string UserName { get; init; }
}
