using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Marketing.OptOuts;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Marketing.Pages.Messages;

/// <summary>Whether a member wants no more commercial messages; where he says so in a store, it is noted here.</summary>
internal static class MemberOptOutPages
{
    private const string One = "/members/{member}/opt-out";

    public static void Describe(ModuleDescription module) => module.MemberTab(
        new MemberTab("marketing.opt-outs", "marketing" + One, "user-minus", MarketingRights.RecordOptOuts));

    public static string Of(string memberNo) => $"marketing/members/{Uri.EscapeDataString(memberNo)}/opt-out";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, (PageCall page, HttpContext http, IBrandDirectory brands, string member) =>
            ShowAsync(page, http, brands, member, FormFaults.None));
        pages.MapPost(One, (PageCall page, HttpContext http, IBrandDirectory brands, string member) =>
            page.SubmitAsync<RecordOptOut.Input, RecordOptOut.Result>(
                done => Page.Redirect(page.Address(Of(done.MemberNo)), Flash.Success("marketing.opted-out")),
                faults => ShowAsync(page, http, brands, member, faults)));
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, HttpContext http, IBrandDirectory brands, string member, FormFaults faults)
    {
        var store = StoreAtWork.Of(http, page, brands.For(page, MarketingRights.RecordOptOuts));
        return Page.For<MemberOptOutPage>(new MemberOptOutModel(
            member, store?.Code, await page.RunAsync(new ReadOptOutToRecord.Input(member)), faults));
    }
}

/// <param name="StoreCode">Where whoever looks works; null: nobody has said.</param>
internal sealed record MemberOptOutModel(string MemberNo, string? StoreCode, ReadOptOut.Result OptOut, FormFaults Faults)
{
    public IReadOnlyDictionary<string, string> AtStore =>
        StoreCode is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["storeCode"] = StoreCode };
}
