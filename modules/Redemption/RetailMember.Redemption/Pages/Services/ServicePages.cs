using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Services;
using RetailMember.Redemption.Pages.Orders;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.UseCases;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Services;

/// <summary>Services at the counter: served by code or after a check, booked for a day, with all that was had.</summary>
internal static class ServicePages
{
    private const string One = "/services/{entitlement:guid}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, HttpContext http, Guid entitlement) =>
            ShowAsync(page, brands, http, entitlement, null, FormFaults.None));
        pages.MapPost(One + "/uses", (PageCall page, IBrandDirectory brands, HttpContext http, Guid entitlement) =>
            page.SubmitAsync(
                async () =>
                {
                    var done = await page.RunAsync((await page.FormAsync<ServeForm>()).ToInput());
                    return Page.Redirect(
                        page.ToRedemption($"services/{entitlement}"),
                        Flash.Success("redemption.services.served", ("left", done.UsesLeft)));
                },
                faults => ShowAsync(page, brands, http, entitlement, null, faults)));
        MapStep<BookService.Input>(pages, "/bookings", "redemption.services.booked");
        MapStep<CancelBooking.Input>(pages, "/bookings/{booking:guid}/cancellation", "redemption.services.cancelled");
    }

    public static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, Guid entitlement, string? code, FormFaults faults)
    {
        var read = await page.RunAsync(new ReadEntitlement.Input(entitlement));
        var brand = page.Context.RequiredBrand;
        return Page.For<ServicePage>(new ServiceModel(
            read, brands.NamesOf(page), CounterPages.StoreOf(page, brands, http),
            [.. brands.StoresOf(brand.Id).Where(s => !s.Closed
                && (read.Stores.Count == 0 || read.Stores.Contains(s.Code, StringComparer.OrdinalIgnoreCase)))],
            http.RequestServices.GetRequiredService<TimeProvider>().Today(brand), code,
            page.MayAtSomeStore(HandOutOrders), page.MayAtSomeStore(RedeemRewards), faults));
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string done)
        where TInput : IInput<BookingView> =>
        pages.MapPost(One + step, (PageCall page, IBrandDirectory brands, HttpContext http, Guid entitlement) =>
            page.SubmitAsync<TInput, BookingView>(
                booking => Page.Redirect(
                    page.ToRedemption($"services/{booking.Entitlement}"), Flash.Success(done, ("on", booking.BusinessDate))),
                faults => ShowAsync(page, brands, http, entitlement, null, faults)));

    /// <summary>Serving as its form has it: by the code that was scanned, or by how the member was known.</summary>
    internal sealed record ServeForm
    {
        public required string Key { get; init; }
        public required string StoreCode { get; init; }
        public required Guid Entitlement { get; init; }
        public string? Code { get; init; }
        public string? Check { get; init; }

        public UseEntitlement.Input ToInput() => new()
        {
            Key = Key,
            StoreCode = StoreCode,
            Code = Code,
            Entitlement = Code is null ? Entitlement : null,
            Check = Code is null ? Check : null,
        };
    }
}
