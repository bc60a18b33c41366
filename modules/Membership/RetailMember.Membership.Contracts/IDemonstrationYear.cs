using RetailMember.Brands;
using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the demonstration: what a module makes of a brand's purchases as the year goes by, such as cards that a quarter
/// brings. It is told once what was bought until the day is recorded, and before anything later is.
/// </summary>
[Seam]
public interface IDemonstrationYear
{
    /// <summary>Code of the brand of the demonstration chain whose year it follows.</summary>
    string BrandCode { get; }

    /// <summary>A quarter has ended, or the demonstration's present day is over.</summary>
    /// <param name="brand">The brand of <see cref="BrandCode"/>.</param>
    /// <param name="day">Last business day that is recorded.</param>
    /// <param name="cancel">Cancels.</param>
    Task RecordedUntilAsync(Brand brand, DateOnly day, CancellationToken cancel);
}
