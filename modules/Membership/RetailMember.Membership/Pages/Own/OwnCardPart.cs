using RetailMember.Membership.Members;
using RetailMember.Pages;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Own;

/// <summary>The member's card on the first page: tier, points, and the way to the next tier.</summary>
internal sealed class OwnCardPart : IMemberHomePart
{
    public string Module => "Membership";

    public int Order => 0;

    public async Task<MemberHomePart?> ForAsync(PageCall page) =>
        new(typeof(OwnCard), await page.RunAsync(new ReadMember.Input(IOfMember<object>.Me)));
}
