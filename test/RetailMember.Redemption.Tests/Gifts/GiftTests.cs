using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;

namespace RetailMember.Redemption.Tests.Gifts;

/// <summary>Each test begins in a brand that gives nothing: no rule of another test is in its way.</summary>
public abstract class GiftTests(Shop.Shop shop) : IAsyncLifetime
{
    private protected Shop.Shop Brand => shop;

    public async ValueTask InitializeAsync()
    {
        foreach (var row in (await shop.Do(new FindGiftRules.Input())).Rules.Where(r => r.Rule.State == GiftRuleState.Active))
            await shop.Do(new EndGiftRule.Input(row.Rule.Rule));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
