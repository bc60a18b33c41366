using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Restaurant.Invoices;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Restaurant.Pages;

/// <summary>The register of invoices.</summary>
internal static class InvoicePages
{
    private const string List = "/invoices";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page) => Page.For<InvoicesPage>(new InvoicesModel(
            await page.RunAsync(page.Query<FindInvoices.Input>()),
            page.MayAtSomeStore(RestaurantRights.RequestInvoices), page.May(RestaurantRights.IssueInvoices))));
        pages.MapGet(List + "/export.{format}", (PageCall page, IBrandDirectory brands, string format) => ExportFile.Of(
            format, "invoices", Columns(page.Texts, brands.NamesOf(page)), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindInvoices.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapStep<IssueInvoice.Input, InvoiceView>(
            List + "/{invoice}/number", "restaurant.invoices.issued", (_, _) => "invoices");
        pages.MapStep<ReverseInvoice.Input, InvoiceView>(
            List + "/{invoice}/reversal", "restaurant.invoices.reversed", (_, _) => "invoices");
    }

    private static IReadOnlyList<ExportColumn<InvoiceView>> Columns(
        ITexts texts, IReadOnlyDictionary<string, string> stores) =>
    [
        new(texts["restaurant.invoices.of"], i => texts["restaurant.invoice-kind." + EnumCode.Of(i.Kind)]),
        new(texts["restaurant.invoices.reference"], i => i.Reference),
        new(texts["restaurant.invoices.store"], i => i.StoreCode is { } store ? stores.GetValueOrDefault(store, store) : null),
        new(texts["restaurant.invoices.state"], i => texts["restaurant.invoice-state." + EnumCode.Of(i.State)]),
        new(texts["restaurant.invoices.buyer"], i => i.Buyer),
        new(texts["restaurant.invoices.tax-no"], i => i.TaxNo),
        new(texts["restaurant.invoices.amount"], i => i.Amount),
        new(texts["restaurant.invoices.paid-back"], i => i.PaidBack),
        new(texts["restaurant.invoices.number"], i => i.InvoiceNo),
        new(texts["restaurant.invoices.red-letter"], i => i.RedLetterNo),
        new(texts["restaurant.invoices.reason"], i => i.Reason),
        new(texts["restaurant.invoices.requested-at"], i => i.RequestedAt),
        new(texts["restaurant.invoices.requested-by"], i => i.RequestedBy),
        new(texts["restaurant.invoices.settled-at"], i => i.SettledAt),
        new(texts["restaurant.invoices.settled-by"], i => i.SettledBy),
    ];
}

internal sealed record InvoicesModel(PageOf<InvoiceView> Register, bool MayRequest, bool MayIssue);
