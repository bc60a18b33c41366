using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Pages.Shared;
using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Campaigns.Pages.Campaigns;

/// <summary>What campaigns have given of what they may.</summary>
internal sealed class CampaignCharts(IReadOnlyList<CampaignView> campaigns, ITexts texts)
{
    private const int Most = 12;

    /// <summary>Points given and left, of those that gave most.</summary>
    public ChartData Points
    {
        get
        {
            var shown = campaigns.Where(c => c.SpentPoints > 0 || c.BudgetPoints > 0)
                .OrderByDescending(c => c.SpentPoints).ThenBy(c => c.Campaign, StringComparer.Ordinal).Take(Most).ToList();
            return new(
                ChartKind.StackedBar,
                [.. shown.Select(c => texts.In(c.Terms.Name))],
                [
                    new(texts["campaigns.points-given"], [.. shown.Select(c => (decimal?)c.SpentPoints)]),
                    new(texts["campaigns.points-left"], [.. shown.Select(c => (decimal?)(c.BudgetPoints - c.SpentPoints))]),
                ]);
        }
    }

    /// <summary>One campaign's share that is used: of points, or of awards where points are not bounded.</summary>
    public static ChartData? BudgetOf(CampaignView campaign, ITexts texts)
    {
        var (used, budget) = campaign.BudgetPoints is { } points
            ? (campaign.SpentPoints, points)
            : (campaign.SpentAwards, campaign.BudgetAwards ?? 0);
        return budget == 0
            ? null
            : new ChartData(
                ChartKind.Doughnut,
                [texts["campaigns.used"], texts["campaigns.left"]],
                [new(texts["campaigns.budget"], [used, Math.Max(budget - used, 0)])]);
    }
}
