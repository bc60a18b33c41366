using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Settings;
using RetailMember.StoredValue.Pages;
using RetailMember.StoredValue.Sales.Unexpected;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Money that has arrived online and that no order waits for: finance asks for it to go back, another decides.</summary>
internal static class UnexpectedPages
{
    public const string Path = "unexpected-payments";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/" + Path, (PageCall page, TableQuery table, ISettings settings) =>
            ShowAsync(page, table, settings, FormFaults.None));
        pages.MapGet($"/{Path}/export.{{format}}", (PageCall page, string format) => ExportFile.Of(
            format, Path, Columns(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindUnexpectedPayments.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapPost("/" + Path, (PageCall page, TableQuery table, ISettings settings) => page.SubmitAsync(
            async () => Page.Redirect(page.ToSales(Path), Told(
                await page.RunAsync((await page.FormAsync<ArrivalForm>()).ToInput()))),
            faults => ShowAsync(page, table, settings, faults, ofArrival: true)));
        MapStep<ReturnUnexpectedPayment.Input>(pages, "repayment");
        MapStep<DecideUnexpectedReturn.Input>(pages, "repayment-decision");
        MapStep<WithdrawUnexpectedPayment.Input>(pages, "withdrawal");
    }

    private static void MapStep<TInput>(PageRoutes pages, string step)
        where TInput : IInput<UnexpectedPaymentView> =>
        pages.MapPost($"/{Path}/{{unexpectedPayment:guid}}/{step}", (PageCall page, TableQuery table, ISettings settings) =>
            page.SubmitAsync<TInput, UnexpectedPaymentView>(
                _ => Page.Redirect(page.ToSales(Path), Flash.Success("storedvalue.sales.done")),
                faults => ShowAsync(page, table, settings, faults)));

    private static async Task<IResult> ShowAsync(
        PageCall page, TableQuery table, ISettings settings, FormFaults faults, bool ofArrival = false) =>
        Page.For<UnexpectedPage>(new UnexpectedModel(
            await page.RunAsync(page.Query<FindUnexpectedPayments.Input>() with { Size = table.Size }),
            page.May(ConfirmPayments), page.MayAtSomeStore(StoredValuePermissions.ApproveClosings),
            page.MayAtSomeStore(ViewSales), page.Context.Caller.Name,
            ofArrival ? FormFaults.None : faults, ofArrival ? faults : FormFaults.None)
        {
            OneDoesAll = settings.YesNo(SaleBook.SellersMayLoadSetting, page.Context.RequiredBrand.Id),
        });

    private static Flash Told(ConfirmOnlinePayment.Result told) => told.PaymentOutcome == OnlinePaymentOutcome.Unexpected
        ? Flash.Warning("storedvalue.unexpected.written-down")
        : Flash.Success("storedvalue.sales.done");

    private static IReadOnlyList<ExportColumn<UnexpectedPaymentView>> Columns(ITexts texts) =>
    [
        new(texts["storedvalue.unexpected.arrived-at"], p => p.ArrivedAt),
        new(texts["storedvalue.sales.no"], p => p.SaleNo),
        new(texts["storedvalue.sales.store"], p => p.StoreCode),
        new(texts["storedvalue.sales.member"], p => p.MemberNo),
        new(texts["storedvalue.sales.transaction"], p => p.PaymentReference),
        new(texts["storedvalue.unexpected.arrived"], p => p.Arrived),
        new(texts["storedvalue.unexpected.ordered"], p => p.Ordered),
        new(texts["storedvalue.unexpected.cause"], p => texts["storedvalue.unexpected-cause." + EnumCode.Of(p.Cause)]),
        new(texts["storedvalue.sales.state"], p => texts["storedvalue.unexpected-state." + EnumCode.Of(p.State)]),
        new(texts["storedvalue.unexpected.reported-by"], p => p.ReportedBy),
        new(texts["storedvalue.card.payout"], p => p.RefundRequest is { } asked ? texts.Of(asked.Payout) : null),
        new(texts["storedvalue.sales.payout-reference"], p => p.RefundRequest?.PayoutReference),
    ];

    /// <summary>Money that somebody has seen, as its form has it: the order may be left out.</summary>
    internal sealed record ArrivalForm
    {
        public long? SaleNo { get; init; }
        public required string Transaction { get; init; }
        public required Money Paid { get; init; }

        /// <summary>He was asked whether he mistyped, and has not.</summary>
        public bool EvenUnexpected { get; init; }

        public ConfirmOnlinePayment.Input ToInput() => new(SaleNo ?? 0, Transaction, Paid) { EvenUnexpected = EvenUnexpected };
    }
}

/// <param name="MayAsk">He may ask for money to go back.</param>
/// <param name="MayDecide">He may decide on what others ask for.</param>
/// <param name="SeesSales">He may open the orders.</param>
/// <param name="Faults">Of a request or a decision.</param>
/// <param name="ArrivalFaults">Of money that was written down.</param>
/// <param name="Reader">His user name: he decides neither on what he asked for nor on money that he reported.</param>
internal sealed record UnexpectedModel(
    PageOf<UnexpectedPaymentView> Found, bool MayAsk, bool MayDecide, bool SeesSales, string Reader, FormFaults Faults,
    FormFaults ArrivalFaults)
{
    /// <summary>The brand is so small that what is asked for is paid at once, and says by which number.</summary>
    public required bool OneDoesAll { get; init; }
}
