using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Templates;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Messages;

/// <summary>What the campaigns, journeys and templates are called that messages name by their codes.</summary>
[Needs(MarketingPermissions.ViewMessages)]
internal sealed class ReadMessageNames(MarketingDb db) : Query<ReadMessageNames.Input, ReadMessageNames.Result>
{
    public const string Campaign = MessageQueue.CampaignPrefix;
    public const string Journey = JourneyTruth.Prefix;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (campaigns, journeys) = (CodesOf(Campaign, input), CodesOf(Journey, input));
        string[] templates = [.. input.Items.Select(i => i.Template).OfType<string>().Distinct()];
        var ofCampaigns = await db.Campaigns.AsNoTracking().Where(c => EF.Parameter(campaigns).Contains(c.Code))
            .Select(c => new { c.Code, c.Terms }).ToListAsync(cancel);
        var ofJourneys = await (
            from journey in db.Journeys.AsNoTracking()
            where EF.Parameter(journeys).Contains(journey.Code)
            join version in db.JourneyVersions.AsNoTracking() on journey.Id equals version.JourneyId
            where !db.JourneyVersions.Any(v => v.JourneyId == journey.Id && v.Number > version.Number)
            select new { journey.Code, Version = version }).ToListAsync(cancel);
        var ofTemplates = await db.Templates.AsNoTracking()
            .Where(t => EF.Parameter(templates).Contains(t.Code)
                && !db.Templates.Any(o => o.Code == t.Code && o.Revision > t.Revision)).ToListAsync(cancel);
        return new Result(
            ofCampaigns.ToDictionary(c => Campaign + c.Code, c => MessageCampaignTerms.Read(c.Terms).Name)
                .Concat(ofJourneys.ToDictionary(j => Journey + j.Code, j => JourneyTerms.Of(j.Version).Name)).ToDictionary(),
            ofTemplates.ToDictionary(t => t.Code, t => TemplateShelf.TermsOf(t).Name));
    }

    private static string[] CodesOf(string kind, Input input) =>
    [
        .. input.Items.Where(i => i.Purpose.StartsWith(kind, StringComparison.Ordinal)).Select(i => i.Purpose[kind.Length..])
            .Distinct(),
    ];

    internal sealed record Input(IReadOnlyList<FindMessages.Item> Items) : IInput<Result>;

    /// <param name="Purposes">Of campaigns and journeys, by the purpose of their messages.</param>
    /// <param name="Templates">By code.</param>
    internal sealed record Result(IReadOnlyDictionary<string, LocalName> Purposes, IReadOnlyDictionary<string, string> Templates)
    {
        /// <summary>Its code where nobody knows the name; null for what went out in the product's own words.</summary>
        public string? TemplateOf(FindMessages.Item message) =>
            message.Template is { } code ? Templates.GetValueOrDefault(code, code) : null;
    }
}
