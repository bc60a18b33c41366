using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.WeChat;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Marketing.Pages.Messages;

/// <summary>What one member was sent and why not, from his file; where he says that he wants no more, it is noted here.</summary>
internal static class MemberMessagePages
{
    private const string One = "/members/{member}";

    public static void Describe(ModuleDescription module) => module.MemberTab(new MemberTab(
        "marketing.messages", "marketing/members/{member}", "send", MarketingPermissions.ViewMessages));

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, (PageCall page, HttpContext http, IBrandDirectory brands, TableQuery table, string member) =>
            ShowAsync(page, StoreOf(page, http, brands), table, member, FormFaults.None));
        pages.MapPost(One + "/opt-out", (
            PageCall page, HttpContext http, IBrandDirectory brands, TableQuery table, string member) =>
            page.SubmitAsync<RecordOptOut.Input, RecordOptOut.Result>(
                done => Page.Redirect(
                    page.Address("marketing/members/" + Uri.EscapeDataString(done.MemberNo)),
                    Flash.Success("marketing.opted-out")),
                faults => ShowAsync(page, StoreOf(page, http, brands), table, member, faults)));
        pages.MapPost(One + "/wechat-unlink", (
            PageCall page, HttpContext http, IBrandDirectory brands, TableQuery table, string member) =>
            page.SubmitAsync<UnlinkWeChat.Input, WeChatLinkView>(
                done => Page.Redirect(
                    page.Address("marketing/members/" + Uri.EscapeDataString(done.MemberNo)),
                    Flash.Success("marketing.wechat-unlinked")),
                faults => ShowAsync(page, StoreOf(page, http, brands), table, member, faults)));
    }

    private static Store? StoreOf(PageCall page, HttpContext http, IBrandDirectory brands) =>
        StoreAtWork.Of(http, page, brands.StoresOf(page.Context.RequiredBrand.Id));

    private static async Task<IResult> ShowAsync(
        PageCall page, Store? store, TableQuery table, string member, FormFaults faults)
    {
        var found = await page.RunAsync(page.Query<FindMessages.Input>() with { Member = member, Size = table.Size });
        return Page.For<MemberMessagesPage>(new MemberMessagesModel(
            member, store?.Code, found, await page.RunAsync(new ReadMessageNames.Input(found.Items)),
            await page.RunAsync(new ReadOptOut.Input(member)), await page.RunAsync(new ReadWeChatLink.Input(member)),
            page.May(MarketingRights.RecordOptOuts), page.May(MarketingPermissions.LinkWeChat), faults));
    }
}

/// <param name="StoreCode">Where whoever looks works; null: nobody has said.</param>
internal sealed record MemberMessagesModel(
    string MemberNo, string? StoreCode, PageOf<FindMessages.Item> Found, ReadMessageNames.Result Names, ReadOptOut.Result OptOut,
    WeChatLinkView WeChat, bool MayOptOut, bool MayUnlink, FormFaults Faults)
{
    public IReadOnlyDictionary<string, string> AtStore =>
        StoreCode is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["storeCode"] = StoreCode };
}
