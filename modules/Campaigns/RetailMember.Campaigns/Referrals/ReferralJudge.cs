using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Values;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Rewards referrals that succeed, both sides or neither, and takes both back. Members are held by the caller.</summary>
internal sealed class ReferralJudge(
    CampaignsDb db, CampaignShelf shelf, IMemberAwards members, IMergedMembers merged, IMemberReceipts receipts,
    ReferralGuards guards, AwardDesk desk, IBrandDirectory brands, CampaignClock clock)
{
    /// <summary>Referrals of these friends that wait.</summary>
    public async Task<IReadOnlyList<Referral>> WaitingAsync(IReadOnlyCollection<Guid> friends, CancellationToken cancel) =>
        await db.Referrals.AsNoTracking()
            .Where(r => EF.Parameter(friends).Contains(r.FriendId) && r.State == ReferralState.Waiting)
            .OrderBy(r => r.Id).ToListAsync(cancel);

    /// <summary>Friends have become members; who was merged meanwhile is looked for as who stands for him.</summary>
    public async Task EnrolledAsync(IReadOnlyList<MemberEnrolled> told, CancellationToken cancel)
    {
        var owners = await merged.StandingForAsync([.. told.Select(e => e.MemberId).Distinct()], cancel);
        MemberEnrolled[] enrolled =
            [.. told.Select(e => e with { MemberId = owners.GetValueOrDefault(e.MemberId, e.MemberId) })];
        var waiting = await WaitingAsync([.. enrolled.Select(e => e.MemberId).Distinct()], cancel);
        if (waiting.Count == 0) return;
        var standing = await members.HoldAsync([.. waiting.SelectMany(r => (Guid[])[r.FriendId, r.ReferrerId])], cancel);
        foreach (var referral in waiting)
            await SucceedAsync(
                referral.Id, new Success(ReferralTrigger.OnEnrol, enrolled.First(e => e.MemberId == referral.FriendId).StoreId), standing,
                cancel);
    }

    /// <summary>A friend has bought.</summary>
    public Task BoughtAsync(
        Guid referral, MemberReceipt receipt, IReadOnlyDictionary<Guid, MemberSummary> standing, CancellationToken cancel) =>
        SucceedAsync(referral, new Success(ReferralTrigger.OnFirstPurchase, receipt.StoreId, receipt), standing, cancel);

    /// <summary>Rewards a referral that waits by the friend's first purchase since he enrolled that stands and is enough.</summary>
    public async Task BoughtBeforeAsync(
        Referral referral, IReadOnlyDictionary<Guid, MemberSummary> standing, CancellationToken cancel)
    {
        if (await ActiveAsync(referral, cancel) is not { } campaign) return;
        var least = campaign.Terms.MinimumPaid?.Fen ?? 1;
        var bought = await receipts.OfSpanAsync(referral.FriendId, referral.EnrolledOn, clock.Now().On, least, cancel);
        if (bought.Count > 0) await BoughtAsync(referral.Id, bought[0], standing, cancel);
    }

    /// <summary>Rewards a referral that waits, where this is what its campaign waits for.</summary>
    public async Task SucceedAsync(
        Guid id, Success success, IReadOnlyDictionary<Guid, MemberSummary> standing, CancellationToken cancel)
    {
        var referral = await db.Referrals.SingleAsync(r => r.Id == id, cancel);
        if (referral.State != ReferralState.Waiting) return;
        if (await ActiveAsync(referral, cancel) is not { } campaign)
        {
            // Paused or over: a friend's later purchase asks again, an enrolment does not come again.
            if (success.Trigger == ReferralTrigger.OnEnrol && await WaitsForEnrolmentAsync(referral, cancel))
                (referral.State, referral.Why) = (ReferralState.Refused, ReferralWhy.Of(CampaignRefusals.NotActive));
            return;
        }

        if (campaign.Terms.Trigger != success.Trigger) return;
        // Vouchers or points alone, or too little, paid for it: a later purchase may be enough.
        if (success.Receipt is not null && !CampaignJudge.IsEnough(campaign.Terms, success.Paid)) return;
        if (await WhyNotAsync(referral, campaign, success, standing, cancel) is { } why)
        {
            (referral.State, referral.Why) = (ReferralState.Refused, why);
            return;
        }

        var occasion = clock.Now();
        (referral.State, referral.Why) = (ReferralState.Succeeded, null);
        (referral.SucceededAt, referral.SucceededOn, referral.PurchaseId) = (occasion.At, occasion.On, success.Receipt?.Id);
        referral.Times++;
    }

    /// <summary>Gives both awards; the reason why not where there are none.</summary>
    private async Task<string?> WhyNotAsync(
        Referral referral, KnownCampaign campaign, Success success, IReadOnlyDictionary<Guid, MemberSummary> standing,
        CancellationToken cancel)
    {
        if (standing.GetValueOrDefault(referral.ReferrerId) is not { IsActive: true } referrer
            || standing.GetValueOrDefault(referral.FriendId) is not { IsActive: true } friend)
            return ReferralWhy.NotActive;
        if (await guards.WhyNotAsync(referrer.Id, friend.Id, cancel) is { } one) return one;
        var occasion = clock.Now(success.StoreId);
        if (await HasReachedLimitAsync(referral, campaign.Terms, occasion.On, cancel)) return ReferralWhy.MonthLimit;
        var verdict = CampaignJudge.Judge(campaign.Terms, new CampaignCase
        {
            On = success.Receipt?.On ?? occasion.On,
            StoreCode = success.StoreId is { } store ? brands.FindStore(store)?.Code : null,
            TierCode = referrer.Tier,
            JoinedOn = referrer.JoinedOn,
            Paid = success.Paid,
        });
        if (verdict.Refusal is { } no) return ReferralWhy.Of(no);
        var given = await desk.GiveAsync(
            [
                Asked(AwardRole.Referrer, referrer, campaign.Terms.Prize, verdict.Points),
                Asked(AwardRole.Friend, friend, campaign.Terms.FriendPrize!, verdict.FriendPoints),
            ],
            cancel);
        return given.Refusal is { } refused ? ReferralWhy.Of(refused) : null;

        AwardAsked Asked(AwardRole role, MemberSummary member, Prize prize, long points) => new()
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"referral/{referral.Id:N}/{referral.Times + 1}/{(int)role}"),
            Campaign = campaign,
            Member = member,
            Role = role,
            Prize = prize,
            Points = points,
            Occasion = occasion,
            Inputs = InputsOf(role == AwardRole.Referrer ? friend : referrer, role, success.Paid),
            Purchase = success.Receipt?.Id,
            BaseFen = role == AwardRole.Referrer && campaign.Terms.Rate is not null ? success.Paid?.Fen ?? 0 : 0,
            Referral = referral.Id,
        };
    }

    private static IReadOnlyList<AwardInput> InputsOf(MemberSummary other, AwardRole role, Money? paid)
    {
        var who = new AwardInput(role == AwardRole.Referrer ? "campaigns.input.friend" : "campaigns.input.referrer", other.MemberNo);
        return paid is { } money
            ? [who, new AwardInput("campaigns.input.paid", money.Yuan.ToString("0.00", CultureInfo.InvariantCulture))]
            : [who];
    }

    private async Task<bool> HasReachedLimitAsync(Referral referral, CampaignTerms terms, DateOnly on, CancellationToken cancel)
    {
        if (terms.MostPerMonth is not { } most) return false;
        var first = new DateOnly(on.Year, on.Month, 1);
        var next = first.AddMonths(1);
        return await db.Referrals.CountAsync(
            // Its own success may have been taken back just now.
            r => r.ReferrerId == referral.ReferrerId && r.Id != referral.Id && r.State == ReferralState.Succeeded
                && r.SucceededOn >= first && r.SucceededOn < next,
            cancel) >= most;
    }

    private async Task<KnownCampaign?> ActiveAsync(Referral referral, CancellationToken cancel) =>
        (await shelf.ActiveAsync(cancel, CampaignKind.Referral)).FirstOrDefault(c => c.Id == referral.CampaignId);

    private async Task<bool> WaitsForEnrolmentAsync(Referral referral, CancellationToken cancel) =>
        referral.CampaignId is { } campaign
        && (await shelf.OfVersionsAsync([campaign], cancel)).Values.MaxBy(c => c.Number)?.Terms.Trigger == ReferralTrigger.OnEnrol;
}

/// <summary>What a referral waits for has happened.</summary>
/// <param name="Receipt">The friend's purchase.</param>
internal sealed record Success(ReferralTrigger Trigger, int? StoreId, MemberReceipt? Receipt = null)
{
    /// <summary>What money paid of the purchase.</summary>
    public Money? Paid => Receipt is { } receipt ? new Money(receipt.MoneyFen) : null;
}
