using RetailMember.Values;

namespace RetailMember.Redemption.Gifts.Rules;

internal enum GiftReason
{
    /// <summary>Became a member; once for ever, however often he leaves and comes back.</summary>
    Enrolment,

    /// <summary>Has bought something for the first time; once for ever.</summary>
    FirstPurchase,

    /// <summary>Has spent an amount in a calendar month; once a month.</summary>
    MonthSpend,

    /// <summary>Has reached a tier; once for ever.</summary>
    Tier,

    /// <summary>Has been a member for whole years; once for each of them.</summary>
    Anniversary,

    /// <summary>Has birthday; once a year. Who was born on 29 February has it on the 28th in other years.</summary>
    Birthday,
}

/// <summary>Who gets what, and why. Each rung of a ladder is a rule of its own.</summary>
internal sealed record GiftTerms
{
    public required LocalName Name { get; init; }

    public required GiftReason Reason { get; init; }

    /// <summary>Of a month's spend: yuan to reach, refunds taken off.</summary>
    public Money? Spend { get; init; }

    /// <summary>Codes of the tiers that get it; empty: all. Of a tier: those that were to be reached.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Of an anniversary: after how many years; left out: every year.</summary>
    public int? Years { get; init; }

    /// <summary>Codes of the voucher definitions that it is made of.</summary>
    public IReadOnlyList<string> Vouchers { get; init; } = [];

    /// <summary>Codes of the rewards that it is made of: goods and services, for no points.</summary>
    public IReadOnlyList<string> Rewards { get; init; } = [];

    /// <summary>How long it waits to be claimed; left out: given at once, which only vouchers can be.</summary>
    public ClaimWindow? Claim { get; init; }

    /// <summary>First day on which its reason counts, in the brand's time zone; receipts and enrolments before it do not.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Taken back, as far as it is unused, once spend, purchase or tier fall away.</summary>
    public bool TakenBack { get; init; } = true;

    internal bool IsWithin(DateOnly day) => day >= From && !(day > To);

    internal bool IsFor(string tier) => Tiers.Count == 0 || Tiers.Contains(tier);
}

/// <summary>How long a gift waits: so many days, or until a day of the month after. What is not claimed by then is lost.</summary>
internal sealed record ClaimWindow
{
    /// <summary>From the day on which it is earned, that day included.</summary>
    public int? Days { get; init; }

    /// <summary>1 to 28: last day to claim, in the month after the one that it was earned for.</summary>
    public int? DayOfNextMonth { get; init; }

    /// <param name="cause">A day of the period that it was earned for.</param>
    /// <param name="earned">The day on which it was earned.</param>
    internal DateOnly LastDay(DateOnly cause, DateOnly earned) => DayOfNextMonth is { } day
        ? new DateOnly(cause.Year, cause.Month, day).AddMonths(1)
        : earned.AddDays(Days!.Value - 1);
}
