using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Receipts;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Campaigns that pause, or have ended, and may still owe vouchers: as long as the provider may tell that it took a message which
/// was on its way then.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class FindOwing(MarketingDb db) : Query<FindOwing.Input, FindOwing.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var since = call.At - AskReceipts.Patience;
        var owing = await db.Campaigns.AsNoTracking()
            .Where(c => (c.State == MessageCampaignState.Paused || c.EndedAt >= since)
                && db.CampaignMembers.Any(m => m.CampaignId == c.Id && m.State == RecipientState.Queued))
            .OrderBy(c => c.Id).ToListAsync(cancel);
        return new Result([.. owing.Where(c => MessageCampaignTerms.Read(c.Terms).Voucher is not null).Select(c => c.Code)]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Campaigns">Their codes.</param>
    internal sealed record Result(IReadOnlyList<string> Campaigns);
}
