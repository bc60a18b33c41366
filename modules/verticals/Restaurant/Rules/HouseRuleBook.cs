using FluentValidation;
using RetailMember.Restaurant.Data;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Rules;

/// <summary>The house rules of the current brand.</summary>
internal sealed class HouseRuleBook(RestaurantDb db) : RuleBook<HouseRules>(db, HouseRules.Usual);

/// <summary>All wordings of the house rules, the newest first.</summary>
[Needs(RestaurantRights.ViewRules)]
internal sealed class FindHouseRules(HouseRuleBook book) : Query<FindHouseRules.Input, FindHouseRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await book.AllAsync(call.At, cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<RulesView<HouseRules>> Versions);
}

/// <summary>Drafts house rules, or changes the draft.</summary>
[Needs(RestaurantRights.EditRules)]
internal sealed class EditHouseRules(HouseRuleBook book) : UseCase<EditHouseRules.Input, RulesView<HouseRules>>
{
    protected override Task<RulesView<HouseRules>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        book.EditAsync(input.HouseRules, input.WordingMark, call, cancel);

    /// <param name="WordingMark">Of the newest version as it was read; left out: only a draft of one's own is changed.</param>
    internal sealed record Input(HouseRules HouseRules, string? WordingMark = null) : IInput<RulesView<HouseRules>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        private const int MostExamples = 50;

        public Rules()
        {
            RuleFor(i => i.HouseRules).NotNull();
            RuleFor(i => i.HouseRules.SameDayPerMille).InclusiveBetween(1, Restaurant.Rules.HouseRules.Whole);
            RuleFor(i => i.HouseRules.SleepingMonths).InclusiveBetween(1, 60);
            RuleFor(i => i.HouseRules.Examples).Must(e => e.Count <= MostExamples);
            RuleForEach(i => i.HouseRules.Examples).ChildRules(example =>
            {
                example.RuleFor(e => e.Title).NotEmpty().MaximumLength(200);
                example.RuleFor(e => e.Bought).IsNotNegative();
                example.RuleFor(e => e.OnCardBefore).IsNotNegative();
                example.RuleFor(e => e.Spent).IsNotNegative().Must((e, spent) => spent <= e.Bought)
                    .WithErrorCode("restaurant.more-spent-than-bought");
                example.RuleFor(e => e.MayPay).IsNotNegative();
            });
        }
    }
}

/// <summary>Puts the draft into force, now or from a later time.</summary>
[Needs(RestaurantRights.ActivateRules)]
internal sealed class ActivateHouseRules(HouseRuleBook book) : UseCase<ActivateHouseRules.Input, RulesView<HouseRules>>
{
    protected override Task<RulesView<HouseRules>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        book.ActivateAsync(input.EffectiveFrom, input.WordingMark, call, cancel);

    /// <param name="EffectiveFrom">Wall clock of the brand, or with an offset; left out: now.</param>
    /// <param name="WordingMark">Of the draft as it was read; left out: whatever it says.</param>
    internal sealed record Input(DateTime? EffectiveFrom = null, string? WordingMark = null) : IInput<RulesView<HouseRules>>;
}
