using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Campaigns.Own;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Rules;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Pages.Own;

/// <summary>What a member can take part in, on his own phone: friends to invite, sprints to finish, what he has had.</summary>
internal static class OwnCampaignPages
{
    private const int RowsShown = 20;

    public static void Describe(ModuleDescription module) =>
        module.MemberLink(new MemberLink("campaigns.own.title", "campaigns", "target", 210));

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.MemberPages;
        pages.MapGet("/", async (PageCall page, string? after) => Page.For<OwnCampaignsPage>(new OwnCampaignsModel(
            (await page.RunAsync(new ReadOwnCampaigns.Input())).Campaigns,
            await page.RunAsync(new FindOwnAwards.Input { After = after, Size = RowsShown }))));
        pages.MapPost("/invitation", async (PageCall page, HttpContext http) =>
        {
            var told = await page.RunAsync(new TellReferralCode.Input(IOfMember<object>.Me, DeviceCookie.Of(http)));
            var address = MemberAddress.Whole(
                http.Request, page.Context.RequiredBrand, "join?ref=" + Uri.EscapeDataString(told.ReferralCode));
            return Page.PartFor<OwnInvitation>(new OwnInvitationModel(told.ReferralCode, address));
        });
    }
}

internal sealed record OwnCampaignsModel(IReadOnlyList<ReadOwnCampaigns.Row> Campaigns, FindOwnAwards.Result Had)
{
    public bool MayInvite => Campaigns.Any(c => c.Kind == CampaignKind.Referral);
}

/// <param name="Address">Whole, as the friend's phone opens it.</param>
internal sealed record OwnInvitationModel(string ReferralCode, string Address);
