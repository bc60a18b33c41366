using RetailMember.Redemption.Data;

namespace RetailMember.Redemption;

/// <summary>Lists of codes that terms name, and days that they run from and to.</summary>
internal static class TermsBounds
{
    private const int MostNames = 100;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <summary>At most a hundred, each once, trimmed and no longer than a code may be.</summary>
    public static bool AreNames(IReadOnlyList<string> names) =>
        names.Count <= MostNames && names.Distinct().Count() == names.Count
        && names.All(n => n.Length is > 0 and <= RedemptionDb.CodeLength && n.Trim() == n);

    /// <summary>Open, or a day that anybody means: sums of days cannot leave the calendar.</summary>
    public static bool IsDay(DateOnly? day) => day is null || (day >= FirstDay && day <= LastDay);
}
