using System.Globalization;
using RetailMember.Membership.Data;
using RetailMember.Membership.Reports;
using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Books;

/// <summary>The charts of a proof: where points are, which tiers members have, and how much is outstanding.</summary>
internal sealed class BooksCharts(BooksModel model, ITexts texts)
{
    public ChartData Whereabouts => new(
        ChartKind.Doughnut,
        [.. Parts.Select(p => texts[p.Text])],
        [new(texts["membership.books.whereabouts"], [.. Parts.Select(p => Share(model.Points, p.Value))])]);

    public ChartData Tiers => new(
        ChartKind.Doughnut,
        [.. model.Shown.Tiers.Select(t => t.Tier.Name)],
        [new(texts["membership.books.members"], [.. model.Shown.Tiers.Select(t => (decimal?)t.Members)])]);

    /// <summary>One value a day, of the last proof that counted up to it.</summary>
    public ChartData Trend
    {
        get
        {
            var days = model.Recent.Where(c => c.State == BookCheckState.Done).DistinctBy(c => c.AsOf).OrderBy(c => c.AsOf).ToList();
            return new(
                ChartKind.Area,
                [.. days.Select(c => c.AsOf.ToString("MM-dd", CultureInfo.InvariantCulture))],
                [new(texts["membership.books.outstanding"], [.. days.Select(c => (decimal?)PointsOf(c.Books)?.Outstanding)])]);
        }
    }

    internal static IReadOnlyList<(string Text, Func<VerifyBooks.UnitBook, long> Value)> Parts { get; } =
    [
        ("membership.books.spent", u => u.Spent), ("membership.books.expired", u => u.Expired),
        ("membership.books.outstanding", u => u.Outstanding), ("membership.books.pending", u => u.Pending),
    ];

    internal static VerifyBooks.UnitBook? PointsOf(VerifyBooks.BrandBooks? books) =>
        books?.Units.FirstOrDefault(u => u.Unit == MembershipUnits.Points);

    /// <summary>A share of a whole is not negative, though members may owe points.</summary>
    private static decimal? Share(VerifyBooks.UnitBook? points, Func<VerifyBooks.UnitBook, long> value) =>
        points is null ? null : Math.Max(0, value(points));
}
