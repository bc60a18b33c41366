using System.Globalization;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Campaigns.Rules;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Campaigns;

/// <summary>A worked example as a row of the form; days stand between commas.</summary>
internal sealed record ExampleRow
{
    public required string Title { get; init; }
    public required DateOnly On { get; init; }
    public string? StoreCode { get; init; }
    public string? Holds { get; init; }
    public Money? Paid { get; init; }
    public string? BoughtOn { get; init; }
    public string? AwardedOn { get; init; }
    public int? Rank { get; init; }
    public bool Awarded { get; init; }
    public long? Points { get; init; }
    public long? FriendPoints { get; init; }
    public string? TierCode { get; init; }

    public CampaignExample ToExample() => new(
        Title,
        new CampaignCase
        {
            On = On,
            StoreCode = StoreCode,
            TierCode = Holds,
            Paid = Paid,
            BoughtOn = DaysOf(BoughtOn, "boughtOn"),
            AwardedOn = DaysOf(AwardedOn, "awardedOn"),
            Rank = Rank,
        },
        new ExampleResult(Awarded, Points ?? 0, FriendPoints ?? 0, TierCode));

    public static ExampleRow Of(CampaignExample e) => new()
    {
        Title = e.Title,
        On = e.Given.On,
        StoreCode = e.Given.StoreCode,
        Holds = e.Given.TierCode,
        Paid = e.Given.Paid,
        BoughtOn = NameList.Join(e.Given.BoughtOn.Select(Figures.Day)),
        AwardedOn = NameList.Join(e.Given.AwardedOn.Select(Figures.Day)),
        Rank = e.Given.Rank,
        Awarded = e.Expected.Awarded,
        Points = e.Expected.Points,
        FriendPoints = e.Expected.FriendPoints,
        TierCode = e.Expected.TierCode,
    };

    private static IReadOnlyList<DateOnly> DaysOf(string? days, string field) => [.. NameList.Split(days).Select(d => DayOf(d, field))];

    private static DateOnly DayOf(string text, string field) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refusal.Invalid("terms.examples." + field, "campaigns.days-malformed");
}
