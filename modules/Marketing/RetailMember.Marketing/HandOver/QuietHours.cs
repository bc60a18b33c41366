using RetailMember.Brands;
using RetailMember.Settings;
using RetailMember.UseCases;

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

    /// <summary>Commercial messages go between eight and ten in the evening alone: a house may narrow that, not widen it.</summary>
    public const long Earliest = 8;

    public const long Latest = 22;

    public bool MayGo(Brand brand, DateTime utc)
    {
        var (hour, (from, until)) = (brand.LocalOf(utc).Hour, Of(brand));
        return from <= hour && hour < until;
    }

    public SendingHours Of(Brand brand) => Of(settings, brand.Id);

    public static SendingHours Of(ISettings settings, int? brandId) =>
        new(Math.Max(settings.WholeNumber(From, brandId), Earliest), Math.Min(settings.WholeNumber(Until, brandId), Latest));
}

/// <summary>Hours that end before they begin are no hours: every commercial message would wait for ever, and say nothing.</summary>
internal sealed class SendingHoursRule : ISettingRule
{
    public void Require(string setting, ISettings after, int? brandId)
    {
        if (setting is not (QuietHours.From or QuietHours.Until)) return;
        var hours = QuietHours.Of(after, brandId);
        if (hours.From >= hours.Until)
            throw Refusal.Invalid(
                [new FieldFault("value", "marketing.no-sending-hours", ("from", hours.From), ("until", hours.Until))]);
    }

    public string? WarningOf(string setting, ISettings settings, int? brandId) => null;
}

/// <summary>Hours of the brand's own clock.</summary>
/// <param name="From">The first in which commercial messages go.</param>
/// <param name="Until">From then on they wait for the next day.</param>
internal readonly record struct SendingHours(long From, long Until);
