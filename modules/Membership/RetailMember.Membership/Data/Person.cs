namespace RetailMember.Membership.Data;

/// <summary>
/// A human being, known to the chain once, however many brands he is a member of. What is known of him is sealed;
/// the indexes find an exact value without opening it.
/// </summary>
internal sealed class Person
{
    public Guid Id { get; init; }

    /// <summary>Sealed at rest; null once erased, or where the brand never asked.</summary>
    public string? Name { get; set; }

    public string? NameIndex { get; set; }

    /// <summary>Sealed at rest; eleven digits, or + and country code.</summary>
    public string? Mobile { get; set; }

    /// <summary>Unique: one mobile, one person.</summary>
    public string? MobileIndex { get; set; }

    /// <summary>Sealed at rest.</summary>
    public DateOnly? Birthday { get; set; }

    /// <summary>Of month and day: finds who has birthday on a day.</summary>
    public string? BirthdayIndex { get; set; }

    /// <summary>Of the year of birth; with <see cref="BirthdayIndex"/> it finds people by age.</summary>
    public string? BirthYearIndex { get; set; }

    /// <summary>A birthday may be corrected once.</summary>
    public bool BirthdayCorrected { get; set; }

    /// <summary>Sealed at rest.</summary>
    public Sex Sex { get; set; }

    /// <summary>Null where it is not known.</summary>
    public string? SexIndex { get; set; }

    public DateTime CreatedAt { get; init; }
}

internal enum Sex
{
    Unknown,
    Female,
    Male,
}
