using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Behaviours;

/// <summary>Gives one member an award of a campaign that somebody asks for: held, judged, given or refused.</summary>
internal sealed class SingleAward(MemberGate gate, AwardDesk desk)
{
    public async Task<AwardAnswer> GiveAsync(
        KnownCampaign campaign, string identifier, AwardWish wish, CallContext call, CancellationToken cancel)
    {
        var member = await gate.HoldAsync(identifier, cancel);
        var occasion = call.Occasion();
        var key = FormattableString.Invariant($"one/{(int)campaign.Terms.Kind}/{call.Store?.Id}/{wish.Key}");
        if (await desk.FindAsync([key], cancel) is [var before, ..])
            return before.MemberId == member.Id
                ? AwardAnswer.Of(new AwardsGiven([before]), campaign, member)
                : throw new Refusal(AwardRefusals.KeyReused, RefusalKind.Conflict);
        var verdict = CampaignJudge.Judge(campaign.Terms, new CampaignCase
        {
            On = occasion.On,
            StoreCode = call.Store?.Code,
            TierCode = member.Tier,
            JoinedOn = member.JoinedOn,
            AwardedOn = [.. (await desk.HadAsync(campaign, [member.Id], cancel))[member.Id]],
        });
        if (verdict.Refusal is { } no) throw new Refusal(no, RefusalKind.Conflict, ("campaign", campaign.Code));
        var given = await desk.GiveAsync(
            [
                new AwardAsked
                {
                    Key = key,
                    Campaign = campaign,
                    Member = member,
                    Prize = campaign.Terms.Prize,
                    Points = wish.Points ?? verdict.Points,
                    Subject = wish.Subject,
                    Activity = wish.Subject,
                    Note = wish.Note,
                    Occasion = occasion,
                    Inputs = wish.Inputs,
                },
            ],
            cancel);
        return AwardAnswer.Of(given, campaign, member);
    }
}

/// <param name="Key">Drawn by whoever asks; one for each kind of campaign at a store.</param>
/// <param name="Subject">What the member did: a behaviour, or why what he wrote is rewarded.</param>
/// <param name="Points">Null: what the campaign gives.</param>
internal sealed record AwardWish(string Key, string Subject, string? Note, long? Points, IReadOnlyList<AwardInput> Inputs);
