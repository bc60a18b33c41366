using RetailMember.Pages;
using RetailMember.Redemption.Catalogue;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Pages.Own;

/// <summary>"You can redeem this now", on the first page that a member sees.</summary>
internal sealed class OwnShelfPart : IMemberHomePart
{
    public string Module => "Redemption";

    public int Order => 200;

    public async Task<MemberHomePart?> ForAsync(PageCall page)
    {
        var affordable = await page.RunAsync(new AffordableRewards.Input(IOfMember<object>.Me));
        return affordable.Rewards.Count == 0 ? null : new MemberHomePart(typeof(OwnShelfTeaser), affordable);
    }
}
