namespace RetailMember.Membership.Programmes;

/// <summary>What conditions look at: who buys, where and on which day. Made once per receipt.</summary>
internal readonly record struct Occasion(DateOnly Day, string Store, int TierStep, DateOnly? Birthday);

/// <summary>A condition made ready for the till: no look-ups of names.</summary>
internal sealed class CompiledCondition
{
    private readonly Condition condition;
    private readonly bool[]? tierSteps;
    private readonly int weekdays;
    private readonly string[] stores;

    public CompiledCondition(Condition condition, TierLadder ladder)
    {
        this.condition = condition;
        stores = [.. condition.Stores];
        foreach (var weekday in condition.Weekdays)
            weekdays |= 1 << (int)weekday;
        if (condition.Tiers.Count > 0)
            tierSteps = [.. ladder.Tiers.Select(tier => condition.Tiers.Contains(tier.Code))];
    }

    public bool Holds(in Occasion occasion) =>
        HoldsOn(occasion.Day)
        && (tierSteps is null || tierSteps[occasion.TierStep])
        && (stores.Length == 0 || stores.AsSpan().Contains(occasion.Store, StringComparer.OrdinalIgnoreCase))
        && (!condition.Birthday || (occasion.Birthday is { } born && Birthday.IsOn(born, occasion.Day)))
        && (!condition.BirthdayMonth || (occasion.Birthday is { } date && Birthday.IsInMonth(date, occasion.Day)));

    private bool HoldsOn(DateOnly day) =>
        (weekdays == 0 || (weekdays & (1 << (int)day.DayOfWeek)) != 0)
        && (condition.DayOfMonth is not { } memberDay
            || day.Day == Math.Min(memberDay, DateTime.DaysInMonth(day.Year, day.Month)))
        && (condition.From is not { } from || day >= from)
        && (condition.Until is not { } until || day <= until);
}
