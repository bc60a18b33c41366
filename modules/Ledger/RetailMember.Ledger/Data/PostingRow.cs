using RetailMember.Data;

namespace RetailMember.Ledger.Data;

/// <summary>
/// One movement, never changed. It is both sides of a double entry: <see cref="Amount"/> on the owner's account and
/// its opposite on the system account <see cref="Counter"/>, which keeps no row of its own that everyone would lock.
/// </summary>
internal sealed class PostingRow : IBrandOwned
{
    public long Id { get; set; }

    public int BrandId { get; init; }

    public long AccountId { get; init; }

    public PostingKind Kind { get; init; }

    public required string Counter { get; init; }

    public long Amount { get; init; }

    /// <summary>What was asked for, unsigned: more than was moved where the form takes only what is there.</summary>
    public long Asked { get; init; }

    public long BalanceAfter { get; init; }

    /// <summary>The business key: unique in the brand, for ever.</summary>
    public required string Key { get; set; }

    public required byte[] InputHash { get; init; }

    public long? ReversesId { get; set; }

    public DateOnly BusinessDate { get; init; }

    public DateTime At { get; init; }

    public int? StoreId { get; init; }

    public string? Operator { get; init; }

    public string? Rule { get; init; }

    public int? RuleVersion { get; init; }

    /// <summary>What the posting belongs to, such as a purchase.</summary>
    public string? Source { get; init; }

    /// <summary>The explanation of the number: compact JSON.</summary>
    public string? Why { get; init; }
}
