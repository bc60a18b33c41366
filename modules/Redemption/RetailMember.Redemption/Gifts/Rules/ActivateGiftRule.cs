using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>Lets a draft give gifts; it is fixed from now on. Its vouchers must be ones that can be issued.</summary>
[Needs(RedemptionPermissions.EditGifts)]
internal sealed class ActivateGiftRule(GiftShelf shelf, DefinitionShelf definitions)
    : UseCase<ActivateGiftRule.Input, GiftRuleView>
{
    protected override async Task<GiftRuleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rule = await shelf.FindRuleAsync(input.Rule, cancel);
        if (rule.State != GiftRuleState.Draft)
            throw new Refusal("redemption.gift-rule-not-draft", RefusalKind.Conflict, ("rule", input.Rule));
        var terms = KnownGiftRule.TermsOf(rule);
        var today = call.RequiredBrand.DateOf(call.At);
        if (terms.To < today) throw new Refusal("redemption.gift-rule-is-over", RefusalKind.Conflict, ("rule", input.Rule));
        var known = await definitions.OfCodesAsync(terms.Vouchers, cancel);
        if (known.FirstOrDefault(d => !d.CanBeIssuedOn(today)) is { } definition)
            throw new Refusal(VoucherRefusals.DefinitionNotActive, RefusalKind.Conflict, ("definition", definition.Code));
        (rule.State, rule.EditedBy, rule.EditedAt) = (GiftRuleState.Active, call.Caller.Name, call.At);
        return GiftRuleView.Of(rule, call);
    }

    internal sealed record Input(string Rule) : IInput<GiftRuleView>;
}
