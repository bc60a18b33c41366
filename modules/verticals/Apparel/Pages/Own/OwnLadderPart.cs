using RetailMember.Apparel.Ladder;
using RetailMember.Pages;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Pages.Own;

/// <summary>The month's ladder on the first page that a member sees.</summary>
internal sealed class OwnLadderPart : IMemberHomePart
{
    public string Module => ApparelModule.ModuleName;

    public int Order => 100;

    public async Task<MemberHomePart?> ForAsync(PageCall page) =>
        new(typeof(OwnLadder), await page.RunAsync(new ReadLadder.Input(IOfMember<object>.Me)));
}
