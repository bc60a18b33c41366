using RetailMember.Brands;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>The business days over which a version is replayed, both inclusive.</summary>
internal sealed class ReplayWindow(Brand brand, DateOnly from, DateOnly to)
{
    public Brand Brand { get; } = brand;

    public DateOnly From { get; } = from;

    public DateOnly To { get; } = to;

    /// <summary>UTC; the first instant of the window.</summary>
    public DateTime Start { get; } = brand.UtcOf(from.ToDateTime(TimeOnly.MinValue));

    /// <summary>UTC; the first instant after the window.</summary>
    public DateTime End { get; } = brand.UtcOf(to.AddDays(1).ToDateTime(TimeOnly.MinValue));

    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>
    /// When something of a business day took place: at its own time where that lies on the day, else as the day's last.
    /// </summary>
    public DateTime InstantOf(DateOnly day, DateTime at) =>
        Brand.DateOf(at) == day ? at : Brand.UtcOf(day.ToDateTime(TimeOnly.MaxValue));
}
