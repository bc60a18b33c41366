using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>Stops a rule: nobody gets anything by it any more. What waits to be claimed can still be claimed.</summary>
[Needs(RedemptionPermissions.EditGifts)]
internal sealed class EndGiftRule(GiftShelf shelf) : UseCase<EndGiftRule.Input, GiftRuleView>
{
    protected override async Task<GiftRuleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rule = await shelf.FindRuleAsync(input.Rule, cancel);
        if (rule.State != GiftRuleState.Active)
            throw new Refusal("redemption.gift-rule-not-active", RefusalKind.Conflict, ("rule", input.Rule));
        (rule.State, rule.EditedBy, rule.EditedAt) = (GiftRuleState.Ended, call.Caller.Name, call.At);
        return GiftRuleView.Of(rule, call);
    }

    internal sealed record Input(string Rule) : IInput<GiftRuleView>;
}
