using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>The brand's campaigns, found by words or state; the newest first, where nothing else is asked.</summary>
[Needs(MarketingRights.ViewCampaigns)]
internal sealed class FindMessageCampaigns(MarketingDb db, CampaignShelf shelf, DeliveryBook deliveries)
    : Query<FindMessageCampaigns.Input, PageOf<CampaignView>>
{
    protected override async Task<PageOf<CampaignView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaigns = db.Campaigns.AsNoTracking();
        if (input.State is { } state) campaigns = campaigns.Where(c => c.State == state);
        // What a campaign is called stands in its terms: they are few enough to be read whole; their messages are not.
        var found = (await campaigns.ToListAsync(cancel)).Where(c => Fits(c, input.Search));
        var order = new CampaignOrdering(input.Sort);
        if (Cursor.Read<CampaignOrdering.Place>(input.After) is { } after) found = found.Where(c => order.IsAfter(c, after));
        List<MessageCampaign> rows = [.. order.Of(found).Take(input.Size + 1)];
        MessageCampaign[] shown = [.. rows.Take(input.Size)];
        var quality = await deliveries.OfAsync(shown, cancel);
        var views = (await shelf.ViewsAsync(shown, cancel)).ToDictionary(v => v.Batch);
        return PageOf<CampaignView>.Of(
            rows, input.Size, order.PlaceOf, c => views[c.Id] with { IsAlarming = IsTold(views[c.Id], quality) });
    }

    private static bool Fits(MessageCampaign campaign, string? search)
    {
        if (string.IsNullOrWhiteSpace(search)) return true;
        var name = MessageCampaignTerms.Read(campaign.Terms).Name;
        return ((string[])[campaign.Code, name.ZhHans, name.En])
            .Any(t => t.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsTold(CampaignView view, IReadOnlyDictionary<Guid, DeliveryQuality> quality) =>
        quality.TryGetValue(view.Batch, out var known) && known.IsAlarming
        && (!view.IsRounded || known.Sent >= ToldCount.Fewest);

    internal sealed record Input : IInput<PageOf<CampaignView>>
    {
        /// <summary>Part of the code, or of a name in either language.</summary>
        public string? Search { get; init; }

        public MessageCampaignState? State { get; init; }

        /// <summary><c>made</c>, <c>code</c> or <c>started</c>, with a minus before it for descending; null: <c>-made</c>.</summary>
        public string? Sort { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Search).MaximumLength(64);
            RuleFor(i => i.State).IsInEnum();
            RuleFor(i => i.Sort).Must(CampaignOrdering.Knows).WithErrorCode("field.malformed");
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
