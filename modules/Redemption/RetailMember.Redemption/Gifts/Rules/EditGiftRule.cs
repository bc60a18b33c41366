using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>Drafts a rule, or changes the draft of that code. What gives gifts changes no more.</summary>
[Needs(RedemptionPermissions.EditGifts)]
internal sealed class EditGiftRule(RedemptionDb db, CatalogueShelf catalogue, IMemberTiers tiers)
    : UseCase<EditGiftRule.Input, GiftRuleView>
{
    protected override async Task<GiftRuleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await CheckNamesAsync(input.Terms, call, cancel);
        var rule = await db.GiftRules.SingleOrDefaultAsync(r => r.Code == input.Rule, cancel);
        if (rule is { State: not GiftRuleState.Draft })
            throw new Refusal("redemption.gift-rule-not-draft", RefusalKind.Conflict, ("rule", input.Rule));
        var terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        if (rule is null)
        {
            rule = new GiftRule
            {
                Id = Guid.CreateVersion7(),
                BrandId = call.RequiredBrand.Id,
                Code = input.Rule,
                Terms = terms,
                EditedBy = call.Caller.Name,
            };
            db.GiftRules.Add(rule);
        }

        (rule.Terms, rule.EditedBy, rule.EditedAt) = (terms, call.Caller.Name, call.At);
        return GiftRuleView.Of(rule, call);
    }

    /// <summary>Whatever the gift is made of must be there.</summary>
    private async Task CheckNamesAsync(GiftTerms terms, CallContext call, CancellationToken cancel)
    {
        if (await tiers.UnknownAsync(terms.Tiers, call.At, cancel) is { } noTier) throw noTier;
        var known = await db.VoucherDefinitions.Where(d => EF.Parameter(terms.Vouchers).Contains(d.Code))
            .Select(d => d.Code).ToListAsync(cancel);
        if (terms.Vouchers.Except(known).FirstOrDefault() is { } missing)
            throw new Refusal("redemption.voucher-definition-not-found", RefusalKind.NotFound, ("definition", missing));
        foreach (var code in terms.Rewards)
            if (!GiftOrders.CanBeGiven(CatalogueShelf.TermsOf(await catalogue.FindRewardAsync(code, cancel))))
                throw new Refusal("redemption.reward-not-for-gifts", RefusalKind.Conflict, ("reward", code));
    }

    /// <param name="Rule">Its code.</param>
    internal sealed record Input(string Rule, GiftTerms Terms) : IInput<GiftRuleView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Rule).IsCode();
            RuleFor(i => i.Terms).SetValidator(new GiftTermsRules());
        }
    }
}
