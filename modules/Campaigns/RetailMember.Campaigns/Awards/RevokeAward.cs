using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Referrals;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Awards;

/// <summary>
/// Takes an award back by hand: points, tier, and whatever is unused of the rest. It is not given again; a referral that it
/// was for counts no more, neither for the leaderboard nor for a month's limit.
/// </summary>
[Needs(CampaignsPermissions.RevokeAwards)]
internal sealed class RevokeAward(CampaignsDb db, AwardTaker taker, IMemberNumbers numbers)
    : UseCase<RevokeAward.Input, RevokeAward.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var award = await taker.HoldAsync(input.Award, cancel)
            ?? throw new Refusal(AwardRefusals.NotFound, RefusalKind.NotFound);
        if (award.State == AwardState.Revoked) throw new Refusal("campaigns.award-revoked", RefusalKind.Conflict);
        var taken = await taker.TakeByHandAsync(award, input.Reason, call.Occasion(), cancel);
        if (award.ReferralId is { } referral) await RefuseAsync(referral, call, cancel);
        var member = (await numbers.OfAsync([award.MemberId], cancel)).GetValueOrDefault(award.MemberId) ?? "";
        return new Result(award.Id, member, taken.Points, taken.Vouchers);
    }

    /// <summary>The purchase stays with it: a refund of it takes the other side's award back.</summary>
    private async Task RefuseAsync(Guid id, CallContext call, CancellationToken cancel)
    {
        var referral = await db.Referrals.SingleAsync(r => r.Id == id, cancel);
        if (referral.State != ReferralState.Succeeded) return;
        (referral.State, referral.Why) = (ReferralState.Refused, ReferralWhy.Declined);
        (referral.SucceededAt, referral.SucceededOn) = (null, null);
        (referral.DecidedBy, referral.DecidedAt) = (call.Caller.Name, call.At);
    }

    internal sealed record Input(Guid Award, string Reason) : IInput<Result>;

    /// <param name="VouchersTaken">Vouchers and rewards that were unused.</param>
    internal sealed record Result(Guid Award, string MemberNo, long PointsTaken, int VouchersTaken) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(CampaignsDb.CodeLength);
    }
}
