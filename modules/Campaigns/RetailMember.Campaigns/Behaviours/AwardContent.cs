using FluentValidation;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Behaviours;

/// <summary>
/// Rewards what a member has written, by a decision of staff: at most what the campaign gives, with the reason and who
/// decided kept.
/// </summary>
[Needs(CampaignsPermissions.AwardContent)]
internal sealed class AwardContent(CampaignShelf shelf, SingleAward award)
    : UseCase<AwardContent.Input, AwardAnswer>
{
    protected override async Task<AwardAnswer> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = (await shelf.ActiveAsync(cancel, CampaignKind.Content)).FirstOrDefault(c => c.Code == input.Campaign)
            ?? throw new Refusal(CampaignRefusals.NotActive, RefusalKind.Conflict, ("campaign", input.Campaign));
        if (input.Points > campaign.Terms.Prize.Points)
            throw new Refusal("campaigns.more-than-prize", RefusalKind.Conflict, ("most", campaign.Terms.Prize.Points));
        return await award.GiveAsync(
            campaign, input.Member,
            new AwardWish(
                input.Key, input.Reason, input.Note, input.Points,
                [
                    new AwardInput("campaigns.input.reason." + input.Reason, ""),
                    new AwardInput("campaigns.input.operator", call.Caller.Name),
                ]),
            call, cancel);
    }

    internal sealed record Input : IInput<AwardAnswer>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key rewards once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Code of the campaign.</summary>
        public required string Campaign { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Left out: all that the campaign gives.</summary>
        public long? Points { get; init; }

        /// <summary>Why; kept with the award. One of <see cref="ContentReasons"/>.</summary>
        public required string Reason { get; init; }

        /// <summary>Such as where it can be read.</summary>
        public string? Note { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).Must(ContentReasons.All.Contains).WithErrorCode("campaigns.unknown-reason");
            RuleFor(i => i.Note).MaximumLength(CampaignsDb.NoteLength);
            RuleFor(i => i.Points).GreaterThan(0).When(i => i.Points is not null);
        }
    }
}
