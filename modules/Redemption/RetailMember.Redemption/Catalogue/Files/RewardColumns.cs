using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Redemption.Catalogue.Files;

/// <summary>
/// The catalogue as a file: a reward a row. What an export writes, an import reads; the names are the same in every
/// language.
/// </summary>
internal static class RewardColumns
{
    public static readonly IReadOnlyList<ExportColumn<FindRewards.Row>> All =
    [
        new("code", r => r.Reward),
        new("name_zh", r => r.Terms.Name.ZhHans),
        new("name_en", r => r.Terms.Name.En),
        new("kind", r => EnumCode.Of(r.Terms.Kind)),
        new("points", r => r.Terms.Points),
        new("prices", r => RewardNotation.OfPrices(r.Terms.Prices)),
        new("stock", r => EnumCode.Of(r.Terms.Stock)),
        new("limits", r => RewardNotation.OfLimits(r.Terms.Limits)),
        new("tiers", r => RewardNotation.OfNames(r.Terms.Tiers)),
        new("stores", r => RewardNotation.OfNames(r.Terms.Stores)),
        new("from", r => r.Terms.From),
        new("to", r => r.Terms.To),
        new("hold_days", r => r.Terms.HoldDays),
        new("voucher_definition", r => r.Terms.VoucherDefinition),
        new("service_uses", r => r.Terms.Service?.Uses),
        new("service_days", r => r.Terms.Service?.Days),
        new("service_pace", r => r.Terms.Service?.Pace is { } pace ? RewardNotation.OfLimits([pace]) : null),
        new("service_per_day", r => r.Terms.Service?.PerDay),
        new("right", r => r.Terms.Right?.Name),
        new("right_parameter", r => r.Terms.Right?.Parameter),
        new("article", r => r.Terms.Article),
        new("withdrawn", r => r.Withdrawn ? "yes" : "no"),
    ];

    public static readonly IReadOnlyList<string> Required = ["code", "name_zh", "name_en", "kind", "points"];

    public static string Names { get; } = string.Join(", ", All.Select(c => c.Title));

}
