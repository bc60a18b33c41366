using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Gives the campaign's voucher to those whose message the provider took, each once by campaign and member, and notes of
/// whom it was refused; who may have no more of it keeps what he has. A campaign that was stopped owes it, too. To members who
/// were chosen by conditions that are sensitive, be it only by now, it gives none: the voucher would name them.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class RewardRecipients(
    MarketingDb db, IRows rows, CampaignShelf shelf, VoucherSegments rewarded, IVouchers vouchers)
    : UseCase<RewardRecipients.Input, RewardRecipients.Result>
{
    public const string KeyPrefix = "marketing:";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        if (MessageCampaignTerms.Read(campaign.Terms).Voucher is not { } voucher) return new Result(0);
        if (await db.Batches.AnyAsync(b => b.Id == campaign.Id && b.MeantSegmentId != null, cancel)) return new Result(0);
        if (await rewarded.IsBarredAsync(campaign, cancel)) return new Result(0);
        var next = await (
            from member in db.CampaignMembers.AsNoTracking()
            join message in db.Messages on
                new { Batch = (Guid?)member.CampaignId, Member = (Guid?)member.MemberId } equals
                new { Batch = message.BatchId, Member = message.MemberId }
            where member.CampaignId == campaign.Id && member.State == RecipientState.Queued
                && (message.State == MessageState.Accepted || message.State == MessageState.Delivered)
            orderby member.MemberId
            select member).Take(input.Limit).ToListAsync(cancel);
        if (next.Count == 0) return new Result(0);
        var occasion = new VoucherOccasion(call.At, call.RequiredBrand.DateOf(call.At), call.Caller.Name);
        var given = await vouchers.IssueAsync(
            [.. next.Select(m => new VoucherIssue(KeyOf(campaign.Id, m.MemberId), voucher, m.MemberId, VoucherReasons.Told, occasion))],
            cancel);
        foreach (var (member, outcome) in next.Zip(given)) member.State = StateAfter(outcome.Refusal);
        await rows.UpdateAsync(next, CampaignMember.Moving, cancel);
        return new Result(next.Count);
    }

    private static RecipientState StateAfter(string? refusal) => refusal switch
    {
        null => RecipientState.Rewarded,
        VoucherRefusals.MemberHasMost => RecipientState.HasMost,
        _ => RecipientState.VoucherRefused,
    };

    /// <summary>Of all vouchers of a campaign.</summary>
    public static string PrefixOf(Guid campaign) => $"{KeyPrefix}{campaign:N}:";

    private static string KeyOf(Guid campaign, Guid member) => $"{PrefixOf(campaign)}{member:N}";

    internal sealed record Input(string Campaign, int Limit) : IInput<Result>;

    /// <param name="Done">Members who were seen to; 0: nobody waits.</param>
    internal sealed record Result(int Done);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}
