using RetailMember.Brands;
using RetailMember.Settings;

namespace RetailMember.Marketing.HandOver;

/// <summary>When commercial messages may go: between two hours of the brand's own clock.</summary>
internal sealed class QuietHours(ISettings settings)
{
    /// <summary>The first hour in which they may go.</summary>
    public const string From = "Marketing.SendFromHour";

    /// <summary>The hour at which they may go no more.</summary>
    public const string Until = "Marketing.SendUntilHour";

    public const string UsualFrom = "8";
    public const string UsualUntil = "22";

    public bool MayGo(Brand brand, DateTime utc)
    {
        var (hour, (from, until)) = (brand.LocalOf(utc).Hour, Of(brand));
        return from <= hour && hour < until;
    }

    public SendingHours Of(Brand brand) =>
        new(settings.WholeNumber(From, brand.Id), settings.WholeNumber(Until, brand.Id));
}

/// <summary>Hours of the brand's own clock.</summary>
/// <param name="From">The first in which commercial messages go.</param>
/// <param name="Until">From then on they wait for the next day.</param>
internal readonly record struct SendingHours(long From, long Until);
