using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Proposals;

/// <summary>
/// Makes a reward as a module proposes it, withdrawn until head office has looked at it. A reward that the brand has stays as
/// it is.
/// </summary>
[Needs(RedemptionPermissions.EditCatalogue)]
internal sealed class TakeOverReward(RedemptionDb db, ProposedShelf proposed, RewardEditor editor)
    : UseCase<TakeOverReward.Input, EditReward.Result>
{
    protected override async Task<EditReward.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = proposed.TermsOf<RewardTerms>(call.RequiredBrand, ShelfKind.Reward, input.Reward);
        if (await db.Rewards.AnyAsync(r => r.Code == input.Reward, cancel)) throw ProposedShelf.There(input.Reward);
        if (await editor.WriteAsync(new EditReward.Input(input.Reward, terms, Withdrawn: true), call, cancel) is { } no) throw no;
        return new EditReward.Result(input.Reward, terms, Withdrawn: true);
    }

    /// <param name="Reward">Code of a proposed one.</param>
    internal sealed record Input(string Reward) : IInput<EditReward.Result>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reward).IsCode();
    }
}
