using RetailMember.UseCases;

namespace RetailMember.Membership;

/// <summary>The business days that somebody may ask about, or have a job run for.</summary>
internal static class BusinessDays
{
    /// <summary>No receipt is older, so there is nothing to ask about before it.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The day asked for, or today. Refuses days before <see cref="Earliest"/> and days to come.</summary>
    /// <param name="toCome">The code of the refusal of a day to come.</param>
    public static DateOnly Of(DateOnly? asOf, DateOnly today, string toCome)
    {
        if (asOf < Earliest) throw Refusal.Invalid("asOf", "field.too-long-ago");
        if (asOf > today) throw Refusal.Invalid("asOf", toCome);
        return asOf ?? today;
    }
}
