namespace RetailMember.Pharmacy.Health.Letters;

/// <summary>A season of a year, from March, June, September and December on.</summary>
internal readonly record struct Season(int Year, SeasonName Name)
{
    private const int Months = 3;

    /// <summary>January and February are of the winter that began in the year before.</summary>
    public static Season Of(DateOnly day)
    {
        var began = day.AddMonths(-(day.Month % Months));
        return new Season(began.Year, (SeasonName)((began.Month / Months) - 1));
    }

    public DateOnly First => new(Year, ((int)Name + 1) * Months, 1);

    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>Such as <c>2026-autumn</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Year}-{Code(Name)}");

    public static string Code(SeasonName name) => name switch
    {
        SeasonName.Spring => "spring",
        SeasonName.Summer => "summer",
        SeasonName.Autumn => "autumn",
        _ => "winter",
    };
}

internal enum SeasonName { Spring, Summer, Autumn, Winter }
