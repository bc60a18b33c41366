using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.People;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Customers who are to be won, by whom and until when; a seller follows his own up on his own page.</summary>
internal static class ProspectPages
{
    public const string Path = "prospects";

    private static readonly char[] Between = ['\r', '\n', ' ', '\t', ',', '，', '、', ';', '；'];

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/" + Path, (PageCall page, TableQuery table, Crediting crediting) =>
            ShowAsync(page, table, crediting, FormFaults.None));
        pages.MapPost("/" + Path, (PageCall page, TableQuery table, Crediting crediting) => page.SubmitAsync(
            async () =>
            {
                var listed = await page.RunAsync((await page.FormAsync<ListForm>()).ToInput());
                return Page.Redirect(
                    page.ToSales(Path), Flash.Success("storedvalue.prospects.listed", ("count", listed.Prospects.Count)));
            },
            faults => ShowAsync(page, table, crediting, faults)));
        pages.MapGet($"/{Path}/export.{{format}}", (PageCall page, IStaff staff, string format) => ExportFile.Of(
            format, Path, Columns(page.Texts, staff), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindProspects.Input>() with { After = after, Size = Cursor.LargestSize }))));
        MapStep<ReassignProspect.Input>(pages, "seller", Path);
        MapStep<FollowUpProspect.Input>(pages, "contacts", "my-cards");
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string back)
        where TInput : IInput<ProspectView> =>
        pages.MapPost($"/{Path}/{{prospect:guid}}/{step}", async (PageCall page) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<TInput>());
            return Page.Redirect(page.ToSales(back), outcome.Refusal switch
            {
                null => Flash.Success("storedvalue.sales.done"),
                { Kind: RefusalKind.Conflict } no => Flash.Danger("refusal." + no.Code, [.. no.Facts]),
                { Fields: [var first, ..] } => Flash.Danger("refusal." + first.Code, [.. first.Facts]),
                var no => throw no,
            });
        });

    private static async Task<IResult> ShowAsync(PageCall page, TableQuery table, Crediting crediting, FormFaults faults) =>
        Page.For<ProspectPage>(new ProspectListModel(
            await page.RunAsync(page.Query<FindProspects.Input>() with { Size = table.Size }),
            crediting.SellersOf(page.Context.RequiredBrand.Id).AsChoices(), page.May(SalesPermissions.EditTargets), faults));

    private static IReadOnlyList<ExportColumn<ProspectView>> Columns(ITexts texts, IStaff staff) =>
    [
        new(texts["storedvalue.sales.member"], p => p.MemberNo),
        new(texts["storedvalue.sales.seller"], p => staff.NameOf(p.Seller)),
        new(texts["storedvalue.sales.state"], p => texts.Of(p.State)),
        new(texts["storedvalue.prospects.listed-on"], p => p.ListedOn),
        new(texts["storedvalue.prospects.until"], p => p.Until),
        new(texts["storedvalue.prospects.contacted-on"], p => p.ContactedOn),
        new(texts["storedvalue.prospects.note"], p => p.Note),
        new(texts["storedvalue.prospects.won-on"], p => p.WonOn),
        new(texts["storedvalue.sales.no"], p => p.WonSaleNo),
        new(texts["storedvalue.prospects.listed-by"], p => staff.NameOf(p.ListedBy)),
    ];

    /// <summary>As its form has it: the members are one text, as it comes out of a table or a message.</summary>
    internal sealed record ListForm
    {
        public required string Key { get; init; }
        public required string Seller { get; init; }
        public required string Members { get; init; }
        public required DateOnly Until { get; init; }

        public AssignProspects.Input ToInput() => new()
        {
            Key = Key, Seller = Seller, Until = Until,
            Members = Members.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }
}

/// <param name="MayAssign">He writes lists, and moves customers from one to another.</param>
internal sealed record ProspectListModel(
    PageOf<ProspectView> Found, IReadOnlyList<Choice> Sellers, bool MayAssign, FormFaults Faults);
