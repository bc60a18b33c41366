using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Begins a campaign that is due: writes down who is in its segment at this moment, by one statement, and opens its batch in
/// the words that it was approved with, whatever was approved since. Where those may not be used any more, or sensitive
/// conditions are met by so few that any figure would tell who they are, or it promises them a voucher, which would name them, or
/// one that cannot be issued any more, it ends at once;
/// where a condition of its segment cannot be asked, as while its module is off, it waits. A campaign that has begun is left
/// as it is.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class StartMessageCampaign(
    MarketingDb db, CampaignShelf shelf, SegmentShelf segments, SegmentBook book, TemplateShelf templates, IKeySets sets,
    MessageQueue queue, CampaignParts parts)
    : UseCase<StartMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        if (campaign.State != MessageCampaignState.Scheduled || campaign.DueAt > call.At) return await shelf.ViewAsync(campaign, cancel);
        var words = await db.Templates.AsNoTracking().SingleAsync(t => t.Id == campaign.TemplateId, cancel);
        if (words.Kind != TemplateKind.Marketing || !await templates.MayGoAsync(words, cancel))
            return await EndAsync(RecipientState.WordsWithdrawn);

        var terms = MessageCampaignTerms.Read(campaign.Terms);
        var members = (await segments.TermsAsync(campaign.SegmentId!.Value, campaign.SegmentNumber!.Value, cancel)).Members;
        var known = await book.OpenAsync(cancel);
        if (terms.Voucher is not null && known.IsSensitive(members)) return await EndAsync(RecipientState.SensitiveVoucher);
        if (!await parts.CanGiveAsync(terms, call.RequiredBrand.DateOf(call.At), cancel))
            return await EndAsync(RecipientState.VoucherEnded);
        if (!known.CanAsk(members)) return await shelf.ViewAsync(campaign, cancel);
        campaign.Members = await sets.InsertAsync(
            known.Compile(members, call.RequiredBrand.DateOf(call.At)),
            new CampaignMember { CampaignId = campaign.Id, BrandId = campaign.BrandId, State = RecipientState.Waiting },
            nameof(CampaignMember.MemberId), cancel);
        if (known.IsSensitive(members) && campaign.Members < ToldCount.Fewest)
        {
            await db.CampaignMembers.Where(m => m.CampaignId == campaign.Id).ExecuteDeleteAsync(cancel);
            campaign.Members = 0;
            return await EndAsync(RecipientState.TooFew);
        }

        await queue.OpenAsync(
            new NewBatch(campaign.Id, MessageQueue.CampaignPrefix + campaign.Code, words.Id)
            {
                NotAfter = call.At.AddHours(terms.Hours), MostFen = terms.Budget?.Fen,
                Meant = known.IsSensitive(members)
                    ? new SegmentEdition(campaign.SegmentId!.Value, campaign.SegmentNumber!.Value)
                    : null,
                IsProfiling = known.IsProfiling(members),
            },
            call, cancel);
        (campaign.State, campaign.StartedAt) = (MessageCampaignState.Running, call.At);
        return await shelf.ViewAsync(campaign, cancel);

        Task<CampaignView> EndAsync(RecipientState reason)
        {
            (campaign.State, campaign.EndedAt, campaign.EndedFor) = (MessageCampaignState.Stopped, call.At, reason);
            return shelf.ViewAsync(campaign, cancel);
        }
    }

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}
