using System.Text.Json;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Rules;

/// <summary>When a journey writes to whom, with what words, and what it gives.</summary>
internal sealed record JourneyTerms
{
    public const int LongestWait = 30 * 24 * 60;

    /// <summary>The refusal of a notice where commercial words are needed.</summary>
    public const string NeedsCommercialWords = "marketing.journey-commercial-only";

    public required LocalName Name { get; init; }

    public required JourneyTrigger Trigger { get; init; }

    /// <summary>Of a birthday and of points: how many days before.</summary>
    public int? Days { get; init; }

    /// <summary>Of a lapse: how many calendar months after the day of the last purchase.</summary>
    public int? Months { get; init; }

    /// <summary>Of a goal: 1 to 28.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>Of the calendar: its days.</summary>
    public IReadOnlyList<DateOnly> Dates { get; init; } = [];

    /// <summary>Of the calendar: the same days of every year.</summary>
    public bool EveryYear { get; init; }

    /// <summary>Of a shop's event: which one.</summary>
    public string? ShopEvent { get; init; }

    /// <summary>Codes of the tiers that it is for, as held when it is decided; empty: all.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Code of the segment that it is for, as it stands when it is decided; null: any member.</summary>
    public string? Segment { get; init; }

    /// <summary>How long after it happened it is looked at again, and only then written.</summary>
    public int WaitMinutes { get; init; }

    /// <summary>Code of the template whose approved revision it is written in.</summary>
    public required string Template { get; init; }

    /// <summary>Code of the voucher definition that goes with it; null: none.</summary>
    public string? Voucher { get; init; }

    public OncePer Once { get; init; }

    public static JourneyTerms Of(JourneyVersion version) => JsonSerializer.Deserialize<JourneyTerms>(version.Terms, Json.Stored)!;

    /// <summary>It needs words that only go to who agreed to commercial messages: it wants him to come and buy.</summary>
    internal bool IsCommercial => Trigger.IsCommercial() || Voucher is not null;

    internal bool IsFor(string tier) => Tiers.Count == 0 || Tiers.Contains(tier);

    internal bool IsOnCalendar(DateOnly day) =>
        Dates.Any(d => d == day || (EveryYear && d.Month == day.Month && d.Day == day.Day));
}
