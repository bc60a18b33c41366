using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Decides of the next members of a running campaign who gets its message, and queues theirs: one transaction's share, so
/// that a run which was killed goes on where it stood. Two hosts take turns. Who may not be written to, or cannot be, takes
/// no place of the budget or among the held-out. Where it promises a voucher to a segment with sensitive conditions, as it may have
/// since it began, or one that cannot be issued any more, it is stopped before more is sent that promises it. While a condition of
/// its segment is not known, as when its module is off, the campaign waits: nobody could say whose objection counts.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class SpreadMessageCampaign(
    MarketingDb db, IRows rows, CampaignShelf shelf, SegmentShelf segments, SegmentBook book, MessageQueue queue,
    IMemberFiles files, IEnumerable<IProfilingObjections> objections, MemberReach reach, CampaignParts parts)
    : UseCase<SpreadMessageCampaign.Input, SpreadMessageCampaign.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        if (campaign.State != MessageCampaignState.Running) return new Result(0);
        var meant = (await segments.TermsAsync(campaign.SegmentId!.Value, campaign.SegmentNumber!.Value, cancel)).Members;
        var conditions = await book.OpenAsync(cancel);
        if (await FaultAsync(campaign, conditions.IsSensitive(meant), call, cancel) is { } fault)
        {
            await shelf.StopAsync(campaign, fault, call, cancel);
            return new Result(0);
        }

        if (!conditions.Knows(meant)) return new Result(0);
        var next = await db.CampaignMembers.AsNoTracking()
            .Where(m => m.CampaignId == campaign.Id && m.State == RecipientState.Waiting)
            .OrderBy(m => m.MemberId).Take(input.Limit).ToListAsync(cancel);
        if (next.Count == 0) return new Result(0);
        await DecideAsync(campaign, next, conditions.IsProfiling(meant), cancel);
        await rows.UpdateAsync(next, CampaignMember.Moving, cancel);
        await queue.AddAsync(
            campaign.Id,
            [.. next.Where(m => m.State == RecipientState.Queued).Select(m => new NewMessage(m.MemberId))], call, cancel);
        campaign.Spread += next.Count;
        return new Result(next.Count);
    }

    /// <summary>Why no more may be sent of what promises a voucher; null: it may, or nothing more would be.</summary>
    private async Task<RecipientState?> FaultAsync(
        MessageCampaign campaign, bool isSensitive, CallContext call, CancellationToken cancel)
    {
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        if (terms.Voucher is null) return null;
        if (isSensitive) return RecipientState.SensitiveVoucher;
        if (await parts.CanGiveAsync(terms, call.RequiredBrand.DateOf(call.At), cancel)) return null;
        return await db.CampaignMembers.AnyAsync(m => m.CampaignId == campaign.Id && m.State == RecipientState.Waiting, cancel)
            || await db.Messages.AnyAsync(m => m.BatchId == campaign.Id && m.State == MessageState.Queued, cancel)
                ? RecipientState.VoucherEnded
                : null;
    }

    private async Task DecideAsync(
        MessageCampaign campaign, List<CampaignMember> next, bool isProfiling, CancellationToken cancel)
    {
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        Guid[] keys = [.. next.Select(m => m.MemberId)];
        var known = await files.ReadAsync(keys, cancel);
        var objectors = isProfiling ? await objections.ObjectorsAsync(keys, cancel) : new HashSet<Guid>();
        var channel = await db.Templates.Where(t => t.Id == campaign.TemplateId).Select(t => t.Channel).SingleAsync(cancel);
        var unreached = await reach.UnreachedAsync(keys, TemplateKind.Marketing, channel, cancel);
        var room = terms.MostMessages is { } most ? most - await QueuedAsync(campaign, cancel) : long.MaxValue;
        foreach (var member in next)
        {
            member.State = known.GetValueOrDefault(member.MemberId) is not { IsActive: true } ? RecipientState.Gone
                : objectors.Contains(member.MemberId) ? RecipientState.Objects
                : unreached.ContainsKey(member.MemberId) ? RecipientState.Unreached
                : HoldOut.Has(campaign.Id, member.MemberId, terms.HoldOutPercent) ? RecipientState.HeldOut
                : room > 0 ? RecipientState.Queued
                : RecipientState.OverBudget;
            if (member.State == RecipientState.Queued) room--;
            if (member.State == RecipientState.OverBudget) campaign.EndedFor = RecipientState.OverBudget;
        }
    }

    private Task<long> QueuedAsync(MessageCampaign campaign, CancellationToken cancel) => db.CampaignMembers.LongCountAsync(
        m => m.CampaignId == campaign.Id && EF.Parameter(CampaignMember.Written).Contains(m.State), cancel);

    internal sealed record Input(string Campaign, int Limit) : IInput<Result>;

    /// <param name="Decided">Members of whom it was decided; 0: none is left.</param>
    internal sealed record Result(int Decided);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}
