using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Decides on a referral that looked suspicious: lets it count, from now on, or not at all.</summary>
[Needs(CampaignsPermissions.DecideReferrals)]
internal sealed class DecideReferral(CampaignsDb db, IMemberAwards members, ReferralJudge judge)
    : UseCase<DecideReferral.Input, DecideReferral.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == input.Referral, cancel)
            ?? throw new Refusal("campaigns.referral-not-found", RefusalKind.NotFound);
        var standing = await members.HoldAsync([referral.ReferrerId, referral.FriendId], cancel);
        await db.Entry(referral).ReloadAsync(cancel);
        if (referral.State != ReferralState.Held) throw new Refusal("campaigns.referral-not-held", RefusalKind.Conflict);
        (referral.DecidedBy, referral.DecidedAt) = (call.Caller.Name, call.At);
        if (!input.Accept)
        {
            (referral.State, referral.Why) = (ReferralState.Refused, ReferralWhy.Declined);
            return Answer(referral);
        }

        (referral.State, referral.Why) = (ReferralState.Waiting, null);
        if (standing.GetValueOrDefault(referral.FriendId) is { IsActive: true })
            await judge.SucceedAsync(referral.Id, new Success(ReferralTrigger.OnEnrol, null), standing, cancel);
        if (referral.State == ReferralState.Waiting) await judge.BoughtBeforeAsync(referral, standing, cancel);
        return Answer(referral);
    }

    private static Result Answer(Referral referral) => new(referral.Id, referral.State, referral.Why);

    internal sealed record Input(Guid Referral, bool Accept) : IInput<Result>;

    /// <param name="Why">Why it counts for nothing; left out where it counts or waits.</param>
    internal sealed record Result(Guid Referral, ReferralState State, [property: JsonPropertyName("whyNot")] string? Why);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Referral).NotEmpty();
    }
}
