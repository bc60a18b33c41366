using Microsoft.AspNetCore.Http;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.WeChat;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Marketing.Pages.Messages;

/// <summary>What one member was sent and why not, from his file.</summary>
internal static class MemberMessagePages
{
    private const string One = "/members/{member}";

    public static void Describe(ModuleDescription module) => module.MemberTab(new MemberTab(
        "marketing.messages", "marketing/members/{member}", "send", MarketingPermissions.ViewMessages));

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, (PageCall page, TableQuery table, string member) => ShowAsync(page, table, member, FormFaults.None));
        pages.MapPost(One + "/wechat-unlink", (PageCall page, TableQuery table, string member) =>
            page.SubmitAsync<UnlinkWeChat.Input, WeChatLinkView>(
                done => Page.Redirect(
                    page.Address("marketing/members/" + Uri.EscapeDataString(done.MemberNo)),
                    Flash.Success("marketing.wechat-unlinked")),
                faults => ShowAsync(page, table, member, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, TableQuery table, string member, FormFaults faults)
    {
        var found = await page.RunAsync(page.Query<FindMessages.Input>() with { Member = member, Size = table.Size });
        return Page.For<MemberMessagesPage>(new MemberMessagesModel(
            member, found, await page.RunAsync(new ReadMessageNames.Input(found.Items)),
            await page.RunAsync(new ReadOptOut.Input(member)), await page.RunAsync(new ReadWeChatLink.Input(member)),
            page.May(MarketingPermissions.LinkWeChat), faults));
    }
}

internal sealed record MemberMessagesModel(
    string MemberNo, PageOf<FindMessages.Item> Found, ReadMessageNames.Result Names, ReadOptOut.Result OptOut,
    WeChatLinkView WeChat, bool MayUnlink, FormFaults Faults);
