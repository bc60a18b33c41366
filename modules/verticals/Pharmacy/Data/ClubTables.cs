using System.Globalization;
using RetailMember.Data;

namespace RetailMember.Pharmacy.Data;

/// <summary>Points that a member day gave: at most once a member and month.</summary>
internal sealed class TopUp : IBrandOwned
{
    public const string KeyPrefix = "pharmacy/top-up/";

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    /// <summary>Business date of the member day.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public int? StoreId { get; init; }

    /// <summary>What the member had before.</summary>
    public long Balance { get; init; }

    public long Points { get; init; }

    /// <summary>Of <see cref="Points"/>, taken back since: receipts behind the balance were refunded.</summary>
    public long Taken { get; set; }

    /// <summary>
    /// What these refunds have taken of what made up the balance, earlier member days too; below zero where they gave back
    /// more, such as what a reward had cost.
    /// </summary>
    public long Refunded { get; set; }

    /// <summary>The version of the rules.</summary>
    public int Rules { get; init; }

    public string AwardKey => $"{KeyPrefix}{Id:N}";
}

/// <summary>A gold or diamond card that a member has reached; the tier itself is the core's.</summary>
internal sealed class CardReached : IBrandOwned
{
    public const string KeyPrefix = "pharmacy/card/";

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    public ClubCard Card { get; init; }

    /// <summary>The calendar year that it is for.</summary>
    public int Year { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    /// <summary>What was reached: of the quarter for gold, of the year for diamond.</summary>
    public long Points { get; init; }

    /// <summary>Of gold: the quarter that brought it, 1 to 4, of <see cref="Year"/> or the year before.</summary>
    public int? Quarter { get; init; }

    /// <summary>UTC; a refund brought the points below what is asked for.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>The version of the rules.</summary>
    public int Rules { get; init; }

    public string AwardKey => $"{KeyPrefix}{Id:N}";

    /// <summary>UTC, to the millisecond: when it was heard of, which may be after <see cref="On"/>.</summary>
    public DateTime RecordedAt => DateTime.UnixEpoch.AddMilliseconds(
        long.Parse(Id.ToString("N").AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}

internal enum ClubCard
{
    Gold,
    Diamond,
}
