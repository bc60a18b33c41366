using Microsoft.AspNetCore.Http;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Referrals;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Members;

/// <summary>What one member has of campaigns, and whom he has brought, as staff sees it from his file.</summary>
internal static class MemberCampaignPages
{
    private const int FriendsShown = 100;

    public static void Describe(ModuleDescription module) => module.MemberTab(new MemberTab(
        "campaigns.member.title", "campaigns/members/{member}", "target", CampaignsPermissions.ViewCampaigns));

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/members/{member}", async (PageCall page, TableQuery table, string member) => Page.For<MemberCampaignsPage>(
            new MemberCampaignsModel(
                member,
                (await page.RunAsync(new FindCampaigns.Input())).Campaigns,
                await page.RunAsync(page.Query<FindAwards.Input>() with { Member = member, Size = table.Size }),
                await page.RunAsync(new FindReferrals.Input { Member = member, Size = FriendsShown }),
                page.May(CampaignsPermissions.TellReferralCodes),
                page.May(CampaignsPermissions.RevokeAwards))));
        pages.MapPost("/members/{member}/referral-code", async (PageCall page, string member) =>
            Page.PartFor<MemberReferralCode>(await page.RunAsync(new TellReferralCode.Input(member))));
    }
}

internal sealed record MemberCampaignsModel(
    string MemberNo,
    IReadOnlyList<CampaignView> Campaigns,
    PageOf<AwardView> Awards,
    PageOf<FindReferrals.Row> Referrals,
    bool MayTellCode,
    bool MayRevoke);
