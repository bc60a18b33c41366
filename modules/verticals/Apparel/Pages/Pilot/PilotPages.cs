using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Pilot;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Pages.Pilot;

/// <summary>A store before and with the ladder, beside the other stores.</summary>
internal static class PilotPages
{
    public static void Map(PageRoutes pages) =>
        pages.MapGet("/pilot",
            async (PageCall page, IBrandDirectory brands, TimeProvider time, string? storeCode, DateOnly? from,
            DateOnly? to) =>
        {
            page.Require(ApparelPermissions.ViewPilot);
            var stores = brands.For(page, ApparelPermissions.ViewPilot);
            var yesterday = time.Today(page.Context.RequiredBrand).AddDays(-1);
            var (first, last) = (from ?? LadderBook.MonthOf(yesterday), to ?? yesterday);
            if ((storeCode ?? (stores is [var one, ..] ? one.Code : null)) is not { } store)
                return Page.For<PilotPage>(new PilotModel(null, [], first, last, FormFaults.None));
            var read = await page.TryAsync(new ReadPilot.Input(store, first, last));
            if (read.Refusal is { Kind: not RefusalKind.Invalid } no) throw no;
            return Page.For<PilotPage>(new PilotModel(
                read.Refusal is null ? read.Value : null, stores.AsChoices(), first, last,
                read.Refusal is { } fault ? FormFaults.Of(fault, page.Texts) : FormFaults.None));
        });
}

internal sealed record PilotModel(
    ReadPilot.Result? Report, IReadOnlyList<Choice> Stores, DateOnly From, DateOnly To, FormFaults Faults);
