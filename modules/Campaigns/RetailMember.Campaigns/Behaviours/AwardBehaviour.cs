using FluentValidation;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Behaviours;

/// <summary>Rewards something that a member did, such as sharing a poster, by the campaign that is active for it.</summary>
[Needs(CampaignsPermissions.AwardBehaviours)]
internal sealed class AwardBehaviour(CampaignShelf shelf, SingleAward award)
    : UseCase<AwardBehaviour.Input, AwardAnswer>
{
    protected override async Task<AwardAnswer> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = (await shelf.ActiveAsync(cancel, CampaignKind.Behaviour))
            .FirstOrDefault(c => c.Terms.Behaviour == input.Behaviour)
            ?? throw new Refusal("campaigns.behaviour-not-rewarded", RefusalKind.NotFound, ("behaviour", input.Behaviour));
        return await award.GiveAsync(
            campaign, input.Member,
            new AwardWish(
                input.Key, input.Behaviour, input.Note, null, [new AwardInput("campaigns.input.behaviour", input.Behaviour)]),
            call, cancel);
    }

    internal sealed record Input : IInput<AwardAnswer>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key rewards once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Code of the behaviour, such as <c>share-poster</c>.</summary>
        public required string Behaviour { get; init; }

        public string? Note { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Behaviour).NotEmpty().MaximumLength(CampaignsDb.CodeLength);
            RuleFor(i => i.Note).MaximumLength(CampaignsDb.NoteLength);
        }
    }
}
