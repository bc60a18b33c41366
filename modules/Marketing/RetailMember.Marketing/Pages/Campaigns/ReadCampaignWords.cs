using RetailMember.Brands;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Templates;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Campaigns;

/// <summary>What a campaign says and gives: the words it was approved with, or those it would be approved with by now.</summary>
[Needs(MarketingRights.ViewCampaigns)]
internal sealed class ReadCampaignWords(
    CampaignShelf shelf, CampaignParts parts, TemplateShelf templates, IGiftChoices gifts, QuietHours hours)
    : Query<ReadCampaignWords.Input, ReadCampaignWords.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.FindAsync(input.Campaign, cancel);
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        var template = campaign.TemplateId is { } id
            ? await parts.TemplateAsync(id, cancel)
            : await templates.InUseAsync(terms.Template, cancel);
        var words = template is null ? null : TemplateShelf.TermsOf(template);
        var given = await gifts.AtAsync(call.RequiredBrand.DateOf(call.At), cancel);
        return new Result(
            words?.Name, words is null ? null : TemplateView.SampleOf(words).Text,
            given.FirstOrDefault(g => g.Kind == GiftChoiceKind.Voucher && g.Code == terms.Voucher)?.Name,
            hours.Of(call.RequiredBrand), words?.Channel);
    }

    internal sealed record Input(string Campaign) : IInput<Result>;

    /// <param name="Template">Its name.</param>
    /// <param name="Sample">As it reads with the samples of its variables.</param>
    /// <param name="Voucher">Its name; null where there is none, or none that can be issued now.</param>
    /// <param name="Hours">In which its messages go out.</param>
    /// <param name="Channel">Null while there are no words.</param>
    internal sealed record Result(string? Template, string? Sample, string? Voucher, SendingHours Hours, MessageChannel? Channel);
}
