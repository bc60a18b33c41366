using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>
/// What waits for somebody: cheques to chase, a refund, a cancellation and a bonus to decide on, a doubt to answer, and sales
/// of today between two steps. One more was paid, cancelled and paid back.
/// </summary>
internal sealed class DemoOpenSales(DemoDesk desk, DemoCounter counter)
{
    public async Task SowAsync(CancellationToken cancel)
    {
        desk.GoTo(16);
        await ChequeAsync("ZP-20817", 10_000m, DemoPeople.Bar, cancel);
        desk.GoTo(6);
        await ChequeAsync("ZP-20833", 6_000m, DemoPeople.Floor, cancel);
        desk.GoTo(4, 14);
        var reversed = await PaidAsync("reversed", 5_000m, DemoPeople.Bar, cancel);
        await desk.RunAsync(new CancelSale.Input(reversed, "顾客改选其他卡种"), DemoPeople.Bar, cancel);
        await desk.RunAsync(
            new DecideCancellation.Input(reversed, Approve: true, "当日冲正", "POS-冲正-0412"), DemoPeople.General, cancel);
        desk.GoTo(2);
        var regretted = await counter.DeliverAsync(
            DemoPeople.Supervisor,
            DraftOf("regretted", 1_000m, SaleTender.BankCard) with { CardType = DemoCardTypes.Experience }, cancel);
        desk.GoTo(1, 15);
        await counter.AskForRefundAsync(regretted.SaleNo, "家人已另办卡", DemoPeople.General, cancel);
        desk.GoTo(1, 17);
        await counter.DraftAsync(
            DemoPeople.Floor,
            DraftOf("float", 80_000m, SaleTender.BankTransfer) with
            {
                BonusPerMille = 120, BonusReason = "年度签约客户", ForCompany = true,
            },
            cancel);
        await DemoDoubts.DoubtAsync(desk, DemoPeople.Floor, "该笔应计入售卡月首卡奖。", cancel);
        desk.GoTo(0);
        await TodayAsync(cancel);
    }

    private async Task TodayAsync(CancellationToken cancel)
    {
        await counter.DeliverAsync(DemoPeople.Floor, DraftOf("today-1", 5_000m, SaleTender.Cash), cancel);
        await counter.LoadAsync(DemoPeople.Bar, DraftOf("today-2", 6_000m, SaleTender.BankCard), cancel);
        await PaidAsync("today-3", 5_000m, DemoPeople.Supervisor, cancel);
        var cancelled = await PaidAsync("today-4", 6_000m, DemoPeople.Floor, cancel);
        await desk.RunAsync(new CancelSale.Input(cancelled, "重复付款"), DemoPeople.Floor, cancel);
    }

    private async Task<long> PaidAsync(string key, decimal yuan, string seller, CancellationToken cancel)
    {
        var sale = await counter.DraftAsync(seller, DraftOf(key, yuan, SaleTender.BankCard), cancel);
        await desk.RunAsync(new PaySale.Input(sale, SaleTender.BankCard, PaymentReference: "till-1"), DemoPeople.Cashier, cancel);
        return sale;
    }

    private async Task ChequeAsync(string number, decimal yuan, string seller, CancellationToken cancel)
    {
        var sale = await counter.DraftAsync(
            seller, DraftOf(number, yuan, SaleTender.Cheque) with { TenderReference = number }, cancel);
        await desk.RunAsync(new PaySale.Input(sale, SaleTender.Cheque), DemoPeople.Cashier, cancel);
    }

    private DraftSale.Input DraftOf(string key, decimal yuan, SaleTender tender) => new()
    {
        Key = "demonstration-" + key, StoreCode = desk.Home.Code, Principal = Money.FromYuan(yuan), PaymentMethod = tender,
    };
}
