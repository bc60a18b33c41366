using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>
/// Whom a campaign would reach if it began now, who would be left out and why, and what the messages would cost: what
/// whoever approves it looks at. Of a large segment it looks at some members that are spread over it, and reckons from them.
/// Of one with sensitive conditions it tells nobody anything: whoever may ask as often as he likes, and edits the segment
/// between, gets behind any rounding.
/// </summary>
[Needs(MarketingRights.ViewCampaigns)]
internal sealed class ForecastMessageCampaign(CampaignShelf shelf, CampaignForecast forecast, PackageBook packages)
    : Query<ForecastMessageCampaign.Input, ForecastMessageCampaign.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.FindAsync(input.Campaign, cancel);
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        if (await forecast.OfAsync(campaign, terms, call, cancel) is not { } audience)
            return new Result(null, null, null, null, [], null, false);
        var all = new Scale(audience.Members, audience.Looked);
        var willing = all.Of(audience.Written);
        var written = Math.Min(willing, terms.MostMessages ?? long.MaxValue);
        List<LeftOut> left = [.. audience.LeftOut.Select(l => new LeftOut(l.Key.State, l.Key.Reason, all.Of(l.Value)))];
        if (written < willing) left.Add(new LeftOut(RecipientState.OverBudget, null, willing - written));
        var parts = audience.Written == 0 ? 0 : new Scale(written, audience.Written).Of(audience.Parts);
        var cost = await packages.EstimateAsync(parts, cancel);
        return new Result(
            audience.Members, audience.Looked, written, Math.Min(all.Of(audience.Delayed), written),
            [.. left.OrderByDescending(l => l.Members)], cost, IsOver(cost, terms));
    }

    private static bool IsOver(CostEstimate cost, MessageCampaignTerms terms) =>
        cost.Cost is { } yuan && terms.Budget is { } most && yuan.Fen > most.Fen;

    internal sealed record Input(string Campaign) : IInput<Result>;

    /// <param name="Members">Of its segment. Null, as are all other figures then: a condition asks of sensitive data.</param>
    /// <param name="Looked">Of how many of them it was asked; fewer than there are: the other figures are reckoned.</param>
    /// <param name="Written">Who would get its message.</param>
    /// <param name="Delayed">
    /// Those of them who have had as many messages as they may for now, and get it later.
    /// </param>
    /// <param name="LeftOutFor">Most first; none where there are no figures.</param>
    /// <param name="CostEstimate">Of the messages to those who would get one, out of the packages that are there.</param>
    /// <param name="IsOverBudget">They would cost more than the campaign may: it would end before everybody has his.</param>
    internal sealed record Result(
        long? Members, long? Looked, long? Written, long? Delayed, IReadOnlyList<LeftOut> LeftOutFor, CostEstimate? CostEstimate,
        bool IsOverBudget);

    /// <param name="State">What would be decided of them.</param>
    /// <param name="Reason">Why they would not be written to, where that is asked at the hand-over.</param>
    internal sealed record LeftOut(RecipientState State, MessageReason? Reason, long Members);

    /// <summary>From some to all, half up.</summary>
    private readonly record struct Scale(long All, long Some)
    {
        public long Of(long count) => Some == 0 ? 0 : (long)(((Int128)count * All + Some / 2) / Some);
    }
}
