using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Pages.Orders;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Pages.Shelf;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Gifts;

/// <summary>Gifts that members have or wait for: the list, one of them, and what staff does with it.</summary>
internal static class GiftPages
{
    private const string List = "/gifts";
    private const string One = List + "/{gift:guid}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<GiftListPage>(new GiftListModel(
            await page.RunAsync(page.Query<FindGivenGifts.Input>() with { Size = table.Size }),
            await GiftRulePages.NamesAsync(page), page.MayAtSomeStore(GiveGifts))));
        pages.MapGet(List + "/export.{format}", async (PageCall page, string format) => ExportFile.Of(
            format, "gifts", GiftColumns.Gifts(page.Texts, await GiftRulePages.NamesAsync(page)), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindGivenGifts.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(List + "/new", (PageCall page, IBrandDirectory brands) => GiveAsync(page, brands, FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page, IBrandDirectory brands) =>
            page.SubmitAsync<GiveGift.Input, GiveGift.Result>(
                done => Page.Redirect(
                    page.ToRedemption($"gifts/{done.Gift}"), Flash.Success("redemption.gifts.given-to", ("member", done.MemberNo))),
                faults => GiveAsync(page, brands, faults)));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, HttpContext http, Guid gift) =>
            ShowAsync(page, brands, http, gift, null, FormFaults.None));
        pages.MapPost(One + "/reveal", async (PageCall page, IBrandDirectory brands, HttpContext http, Guid gift) =>
            await ShowAsync(
                page, brands, http, gift, (await page.RunAsync(new RevealGift.Input(gift))).Code, FormFaults.None));
        pages.MapPost(One + "/code", async (PageCall page, Guid gift) =>
            Page.PartFor<ShelfCode>(new ShelfCodeModel((await page.RunAsync(new RevealGift.Input(gift))).Code)));
        pages.MapPost(One + "/claim", (PageCall page, IBrandDirectory brands, HttpContext http, Guid gift) =>
            page.SubmitAsync<ClaimGift.Input, GiftView>(
                done => Page.Redirect(page.ToRedemption($"gifts/{done.Gift}"), Flash.Success("redemption.gifts.handed-out")),
                faults => ShowAsync(page, brands, http, gift, null, faults)));
        pages.MapPost(One + "/revocation", (PageCall page, IBrandDirectory brands, HttpContext http, Guid gift) =>
            page.SubmitAsync<RevokeGift.Input, RevokeGift.Result>(
                done => Page.Redirect(
                    page.ToRedemption($"gifts/{done.Gift}"), done.PartsKept.Count == 0
                        ? Flash.Success("redemption.gifts.revoked")
                        : Flash.Warning(
                            "redemption.gifts.revoked-in-part", ("taken", done.PartsTaken.Count), ("stayed", done.PartsKept.Count))),
                faults => ShowAsync(page, brands, http, gift, null, faults)));
        pages.MapPost(One + "/decline", (PageCall page, IBrandDirectory brands, HttpContext http, Guid gift) =>
            page.SubmitAsync<DeclineGift.Input, GiftView>(
                done => Page.Redirect(page.ToRedemption($"gifts/{done.Gift}"), Flash.Success("redemption.gifts.declined")),
                faults => ShowAsync(page, brands, http, gift, null, faults)));
        pages.MapPost(One + "/attempt", (PageCall page, IBrandDirectory brands, HttpContext http, Guid gift) => page.SubmitAsync(
            async () =>
            {
                var done = await page.RunAsync((await page.FormAsync<AttemptForm>()).ToInput());
                return Page.Redirect(page.ToRedemption($"gifts/{done.Gift}"), done.Refusal is null
                    ? Flash.Success("redemption.gifts.given-again")
                    : Flash.Warning("redemption.gifts.given-in-part"));
            },
            faults => ShowAsync(page, brands, http, gift, null, faults)));
    }

    public static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, Guid gift, string? code, FormFaults faults)
    {
        return Page.For<GiftPage>(new GiftModel(
            await page.RunAsync(new ReadGift.Input(gift)), await GiftRulePages.NamesAsync(page), brands.NamesOf(page),
            CounterPages.StoreOf(page, brands, http), code,
            new GiftAccess(
                page.MayAtSomeStore(HandOutGifts), page.MayAtSomeStore(GiveGifts), page.MayAtSomeStore(RevokeGifts)),
            faults));
    }

    private static async Task<IResult> GiveAsync(PageCall page, IBrandDirectory brands, FormFaults faults)
    {
        if (!page.MayAtSomeStore(GiveGifts)) page.Require(GiveGifts);
        return Page.For<GiveGiftPage>(
            new GiveGiftModel(await GiftRulePages.NamesAsync(page), brands.For(page, GiveGifts), faults));
    }

    /// <summary>Another try as its form has it: each missing voucher, and what takes its place.</summary>
    internal sealed record AttemptForm
    {
        public required string Key { get; init; }

        public required Guid Gift { get; init; }

        public IReadOnlyList<Row> Instead { get; init; } = [];

        public GiveGiftAgain.Input ToInput() => new()
        {
            Key = Key,
            Gift = Gift,
            Instead =
            [
                .. Instead.Where(r => r.NewVoucher is not null && r.NewVoucher != r.Voucher)
                    .Select(r => new GiveGiftAgain.Replacement(r.Voucher, r.NewVoucher!)),
            ],
        };

        /// <param name="NewVoucher">Null where the same is tried again.</param>
        internal sealed record Row(string Voucher, string? NewVoucher = null);
    }
}
