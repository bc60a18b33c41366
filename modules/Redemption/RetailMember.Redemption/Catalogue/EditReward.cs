using FluentValidation;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// Makes a reward or changes it. Orders keep the price they were made at; kind and stock are fixed from the first day,
/// because orders and stock are counted by them.
/// </summary>
[Needs(RedemptionPermissions.EditCatalogue)]
internal sealed class EditReward(RewardEditor editor) : UseCase<EditReward.Input, EditReward.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await editor.WriteAsync(input, call, cancel) is { } no) throw no;
        await editor.RecountAsync(cancel);
        return new Result(input.Reward, input.Terms, input.Withdrawn);
    }

    /// <param name="Reward">Its code.</param>
    /// <param name="Withdrawn">Offered no more, whatever an edition says.</param>
    internal sealed record Input(string Reward, RewardTerms Terms, bool Withdrawn = false) : IInput<Result>;

    internal sealed record Result(string Reward, RewardTerms Terms, bool Withdrawn);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Reward).IsCode();
            RuleFor(i => i.Terms).SetValidator(new RewardTermsRules());
        }
    }
}
