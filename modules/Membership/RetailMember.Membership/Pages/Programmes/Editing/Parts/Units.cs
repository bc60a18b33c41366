using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>Between what people write (yuan, per cent) and what the document holds (fen, shares).</summary>
internal static class Units
{
    private const int FenPerYuan = 100;

    public static decimal Percent(decimal share) => share * 100;

    public static decimal Share(decimal percent) => percent / 100;

    public static decimal Shown(long count, bool money) => money ? (decimal)count / FenPerYuan : count;

    /// <summary>Refuses what is no whole number of fen, pieces or points.</summary>
    public static long Whole(decimal written, bool money, string field)
    {
        var exact = money ? written * FenPerYuan : written;
        return exact == decimal.Truncate(exact) && Math.Abs(exact) <= long.MaxValue / 2
            ? (long)exact
            : throw Refusal.Invalid("part." + field, "field.malformed");
    }

    public static bool IsMoney(this EarningBasis basis) => basis == EarningBasis.Amount;

    /// <summary>Codes and names that are typed into one field.</summary>
    public static IReadOnlyList<string> Listed(string? text) =>
        text?.Split([',', '，', '、', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
