using FluentValidation;
using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Accounting;

/// <summary>The days that a report is asked for.</summary>
internal static class AccountDays
{
    private const int Most = 1_100;
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    /// <summary>When they begin, and when they are over.</summary>
    public static (DateTime Since, DateTime Until) Utc((DateOnly From, DateOnly To) days, Brand brand) =>
        (brand.UtcOf(days.From.ToDateTime(TimeOnly.MinValue)), brand.UtcOf(days.To.AddDays(1).ToDateTime(TimeOnly.MinValue)));

    /// <summary>A day or month that a report may be asked for.</summary>
    public static void IsPossible<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is null || IsPossible(day.Value)).WithErrorCode("storedvalue.day-impossible");

    /// <summary>The same for one that must be named.</summary>
    public static void IsPossible<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Must(IsPossible).WithErrorCode("storedvalue.day-impossible");

    private static bool IsPossible(DateOnly day) => day >= Earliest && day <= Latest;

    /// <summary>Those given; without them the present month so far.</summary>
    public static (DateOnly From, DateOnly To) Of(DateOnly? from, DateOnly? to, CallContext call)
    {
        var last = to ?? call.RequiredBrand.DateOf(call.At);
        var first = from ?? new DateOnly(last.Year, last.Month, 1);
        if (first < Earliest) throw Refusal.Invalid("from", "storedvalue.day-impossible");
        if (last > Latest) throw Refusal.Invalid("to", "storedvalue.day-impossible");
        return last >= first && last.DayNumber - first.DayNumber <= Most
            ? (first, last)
            : throw Refusal.Invalid("to", "storedvalue.span-too-long");
    }
}
