using System.Globalization;
using RetailMember.Values;

namespace RetailMember.Campaigns.Rules;

/// <summary>Says what a campaign gives for a case: what examples are tried by and awards are made by.</summary>
internal static class CampaignJudge
{
    private static readonly DateOnly FarOff = new(9000, 1, 1);

    public static Verdict Judge(CampaignTerms terms, CampaignCase one)
    {
        if (WhyNot(terms, one) is { } no) return new Verdict(Refusal: no);
        return new Verdict(
            terms.Prize.Points + OfRate(terms, one.Paid), terms.FriendPrize?.Points ?? 0, terms.Prize.TierCode);
    }

    /// <summary>
    /// Whether money paid as much of a purchase as the campaign asks for, and so much that there is anything to give: what is
    /// judged again once some was given back.
    /// </summary>
    public static bool IsEnough(CampaignTerms terms, Money? paid) =>
        paid is { Fen: > 0 } money && !(money.Fen < terms.MinimumPaid?.Fen)
        && !(terms.Prize.IsNothing && OfRate(terms, money) == 0);

    /// <summary>Days of the sprint's span that a day belongs to, within the campaign, and what the span is called.</summary>
    public static (DateOnly First, DateOnly Last, string Name) SpanOf(CampaignTerms terms, DateOnly day)
    {
        var quarter = (day.Month - 1) / 3;
        var (first, months, name) = terms.Span switch
        {
            SprintSpan.CalendarMonth => (new DateOnly(day.Year, day.Month, 1), 1, Named($"{day.Year}-{day.Month:00}")),
            SprintSpan.CalendarQuarter => (new DateOnly(day.Year, (quarter * 3) + 1, 1), 3, Named($"{day.Year}-Q{quarter + 1}")),
            _ => (terms.From, 0, "campaign"),
        };
        var last = months > 0 ? first.AddMonths(months).AddDays(-1) : terms.To ?? FarOff;
        return (first < terms.From ? terms.From : first, terms.To < last ? terms.To.Value : last, name);

        static string Named(FormattableString name) => name.ToString(CultureInfo.InvariantCulture);
    }

    private static string? WhyNot(CampaignTerms terms, CampaignCase one)
    {
        if (!terms.IsWithin(one.On)) return CampaignRefusals.NotInDates;
        if (terms.Stores.Count > 0 && !terms.Stores.Contains(one.StoreCode ?? "", StringComparer.OrdinalIgnoreCase))
            return CampaignRefusals.NotAtStore;
        if (terms.Tiers.Count > 0 && one.TierCode is { } tier && !terms.Tiers.Contains(tier)) return CampaignRefusals.NotForMember;
        if (one.JoinedOn < terms.JoinedFrom || one.JoinedOn > terms.JoinedTo) return CampaignRefusals.NotForMember;
        if (OfKind(terms, one) is { } no) return no;
        return terms.EffectiveCaps.Any(cap => Had(cap.Period, one) >= cap.Most) ? CampaignRefusals.CapReached : null;
    }

    private static string? OfKind(CampaignTerms terms, CampaignCase one)
    {
        switch (terms.Kind)
        {
            case CampaignKind.Sprint:
                var (first, last, _) = SpanOf(terms, one.On);
                return one.BoughtOn.Count(d => d >= first && d <= last) < terms.Purchases ? CampaignRefusals.TooFewPurchases
                    : one.AwardedOn.Any(d => d >= first && d <= last) ? CampaignRefusals.CapReached
                    : null;
            case CampaignKind.Purchase:
                return IsEnough(terms, one.Paid) ? null : CampaignRefusals.BelowMinimum;
            case CampaignKind.Referral when terms.Trigger == ReferralTrigger.OnFirstPurchase:
                return IsEnough(terms, one.Paid) ? null
                    : one.Paid is { Fen: > 0 } ? CampaignRefusals.BelowMinimum
                    : CampaignRefusals.NoPurchase;
            case CampaignKind.Leaderboard:
                return one.Rank is { } rank && rank <= terms.Places ? null : CampaignRefusals.NotAmongFirst;
            default:
                return null;
        }
    }

    private static int Had(CapPeriod period, CampaignCase one) => period switch
    {
        CapPeriod.Day => one.AwardedOn.Count(d => d == one.On),
        CapPeriod.Month => one.AwardedOn.Count(d => (d.Year, d.Month) == (one.On.Year, one.On.Month)),
        _ => one.AwardedOn.Count,
    };

    /// <summary>Whole points: a part of one is not given.</summary>
    private static long OfRate(CampaignTerms terms, Money? paid) =>
        terms.Rate is { } rate && paid is { } money ? (long)decimal.Floor(rate * money.Fen / 100m) : 0;
}

/// <summary>The stable codes of why a campaign gives nothing; each is a text key.</summary>
internal static class CampaignRefusals
{
    public const string NotInDates = "campaigns.not-in-dates";
    public const string NotAtStore = "campaigns.not-at-store";
    public const string NotForMember = "campaigns.not-for-member";
    public const string CapReached = "campaigns.cap-reached";
    public const string TooFewPurchases = "campaigns.too-few-purchases";
    public const string BelowMinimum = "campaigns.below-minimum";
    public const string NoPurchase = "campaigns.no-purchase";
    public const string NotAmongFirst = "campaigns.not-among-first";
    public const string NotActive = "campaigns.campaign-not-active";
    public const string BudgetSpent = "campaigns.budget-spent";
}
