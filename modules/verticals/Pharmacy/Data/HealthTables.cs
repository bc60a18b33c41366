using RetailMember.Data;

namespace RetailMember.Pharmacy.Data;

/// <summary>A member has agreed, apart from everything else, that his health data is kept.</summary>
internal sealed class HealthConsent : IBrandOwned
{
    public Guid MemberId { get; init; }

    public int BrandId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime GivenAt { get; set; }

    public string TakenBy { get; set; } = "";

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? WithdrawnAt { get; set; }
}

/// <summary>A glucose test or a consultation. What it says is sealed.</summary>
internal sealed class HealthRecord : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    public HealthRecordKind Kind { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public int StoreId { get; init; }

    /// <summary>Had for nothing, as a benefit.</summary>
    public bool Free { get; init; }

    /// <summary>Sealed: the measured value with its unit, or what was talked about.</summary>
    public required string Finding { get; set; }

    public required string RecordedBy { get; init; }
}

internal enum HealthRecordKind
{
    /// <summary>Blood glucose.</summary>
    GlucoseTest,

    /// <summary>A consultation, such as about a herbal paste.</summary>
    Consultation,
}

/// <summary>Somebody has read, written or erased a member's health data.</summary>
internal sealed class HealthAccess : IBrandOwned
{
    public long Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Null: it was of many, such as the list of accesses.</summary>
    public Guid? MemberId { get; init; }

    public HealthAccessKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public required string By { get; init; }

    public string? Reason { get; init; }
}

internal enum HealthAccessKind
{
    Read,
    Recorded,
    ConsentGiven,
    ConsentWithdrawn,
    Erased,

    /// <summary>The list of accesses was taken out as a file.</summary>
    Exported,

    /// <summary>What one record says was put right.</summary>
    Corrected,
}

/// <summary>The health letter of a season to a diamond member, or that he had agreed to none.</summary>
internal sealed class HealthLetter : IBrandOwned
{
    public Guid MemberId { get; init; }

    /// <summary>Such as <c>2026-autumn</c>.</summary>
    public required string Season { get; init; }

    public int BrandId { get; init; }

    /// <summary>
    /// From 1 on: the how manieth it is. Who withdrew before the letter went, and agrees again, is written to once more.
    /// </summary>
    public int Turn { get; init; } = 1;

    /// <summary>UTC; when it was handed to marketing. Null: he had not agreed that his health data is kept.</summary>
    public DateTime? WrittenAt { get; set; }
}
