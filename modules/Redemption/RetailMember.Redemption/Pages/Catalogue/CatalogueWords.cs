using RetailMember.Pages.Display;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Catalogue;

/// <summary>What rewards and their terms are called on pages.</summary>
internal static class CatalogueWords
{
    public static string Of(this ITexts texts, RewardKind kind) => texts["redemption.kind." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, StockKind kind) => texts["redemption.stock." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, LimitPeriod period) => texts["redemption.period." + EnumCode.Of(period)];

    public static string Points(this ITexts texts, long points) => texts.Format("redemption.points", Figures.Whole(points));

    public static string Limit(this ITexts texts, RewardLimit limit) =>
        texts.Format("redemption.rewards.limit", texts.Of(limit.Period), Figures.Whole(limit.Most));

    /// <summary>From one day to another, each of which may be open.</summary>
    public static string Days(this ITexts texts, DateOnly? from, DateOnly? to) =>
        texts.Format("redemption.vouchers.span-dates", Day(from), Day(to));

    public static string IconName(this RewardKind kind) => kind switch
    {
        RewardKind.Coupon => "ticket",
        RewardKind.Service => "tool",
        RewardKind.Right => "award",
        _ => "gift",
    };

    private static string Day(DateOnly? day) => day is { } known ? Figures.Day(known) : "…";
}
