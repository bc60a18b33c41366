using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// Makes a reward or changes it. Orders keep the price they were made at; kind and stock are fixed from the first day,
/// because orders and stock are counted by them.
/// </summary>
[Needs(RedemptionPermissions.EditCatalogue)]
internal sealed class EditReward(
    RedemptionDb db, IBrandDirectory brands, IEnumerable<IRewardCondition> conditions, IEnumerable<IRewardRight> rights)
    : UseCase<EditReward.Input, EditReward.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await CheckNamesAsync(input.Terms, call.RequiredBrand, cancel);
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        var reward = await db.Rewards.SingleOrDefaultAsync(r => r.Code == input.Reward, cancel);
        if (reward is null)
        {
            reward = new Reward
            {
                Id = Guid.CreateVersion7(),
                BrandId = call.RequiredBrand.Id,
                Code = input.Reward,
                Terms = terms,
                EditedBy = call.Caller.Name,
            };
            db.Rewards.Add(reward);
        }
        else if (CatalogueShelf.TermsOf(reward) is var known && (known.Kind, known.Stock) != (input.Terms.Kind, input.Terms.Stock))
            throw new Refusal("redemption.reward-kind-is-fixed", RefusalKind.Conflict, ("reward", input.Reward));

        (reward.Terms, reward.EditedBy, reward.EditedAt) = (terms, call.Caller.Name, call.At);
        reward.Withdrawn = input.Withdrawn;
        return new Result(reward.Code, input.Terms, reward.Withdrawn);
    }

    /// <summary>Whatever the terms name must be there.</summary>
    private async Task CheckNamesAsync(RewardTerms terms, Brand brand, CancellationToken cancel)
    {
        var stores = terms.Stores.Concat(terms.Prices.SelectMany(p => p.Stores));
        if (stores.FirstOrDefault(s => brands.FindStore(brand.Id, s) is null) is { } store)
            throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", store));
        if (terms.Prices.Select(p => p.Condition).OfType<string>().FirstOrDefault(n => conditions.All(c => c.Name != n)) is { } name)
            throw new Refusal("redemption.condition-not-found", RefusalKind.NotFound, ("condition", name));
        if (terms.Right is { } right && rights.All(r => r.Name != right.Name))
            throw new Refusal("redemption.right-not-found", RefusalKind.NotFound, ("right", right.Name));
        if (terms.VoucherDefinition is { } code && !await db.VoucherDefinitions.AnyAsync(d => d.Code == code, cancel))
            throw new Refusal("redemption.voucher-definition-not-found", RefusalKind.NotFound, ("definition", code));
    }

    /// <param name="Reward">Its code.</param>
    /// <param name="Withdrawn">Offered no more, whatever an edition says.</param>
    internal sealed record Input(string Reward, RewardTerms Terms, bool Withdrawn = false) : IInput<Result>;

    internal sealed record Result(string Reward, RewardTerms Terms, bool Withdrawn);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Reward).MaximumLength(RedemptionDb.CodeLength)
                .Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");
            RuleFor(i => i.Terms).SetValidator(new RewardTermsRules());
        }
    }
}
