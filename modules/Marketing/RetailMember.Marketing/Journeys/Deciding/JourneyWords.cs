using System.Globalization;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>Values as a message says them.</summary>
internal static class JourneyWords
{
    /// <summary>Nobody has said which language he reads.</summary>
    public const string Language = TextCatalogue.DefaultLanguage;

    public const string Comma = "、";

    /// <summary>Yuan without needless noughts.</summary>
    public static string Of(Money money) => money.Yuan.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A gain carries its sign, too.</summary>
    public static string OfChange(long number) => number.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
