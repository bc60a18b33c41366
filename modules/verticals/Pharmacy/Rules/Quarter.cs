namespace RetailMember.Pharmacy.Rules;

/// <summary>A natural quarter: January to March and so on.</summary>
internal readonly record struct Quarter(int Year, int Number)
{
    public DateOnly First => new(Year, (Number * 3) - 2, 1);

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public Quarter Before => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);
}
