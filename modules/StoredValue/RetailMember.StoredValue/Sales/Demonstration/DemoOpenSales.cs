using RetailMember.Membership;
using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Unexpected;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>
/// What waits for somebody: cheques to chase, a refund, a cancellation and a bonus to decide on, a doubt to answer, and sales
/// of today between two steps. One more was paid, cancelled and paid back. Money came online for an order that was given up,
/// and for one of another amount.
/// </summary>
internal sealed class DemoOpenSales(DemoDesk desk, DemoCounter counter, IReadOnlyList<MemberSummary> members)
{
    /// <returns>One of today's that its buyer will return.</returns>
    public async Task<SaleView> SowAsync(CancellationToken cancel)
    {
        desk.GoTo(16);
        await ChequeAsync("ZP-20817", 10_000m, DemoPeople.Bar, cancel);
        desk.GoTo(6);
        await ChequeAsync("ZP-20833", 6_000m, DemoPeople.Floor, cancel);
        desk.GoTo(4, 14);
        var reversed = await PaidAsync("reversed", 5_000m, DemoPeople.Bar, cancel);
        await desk.RunAsync(new CancelSale.Input(reversed, "顾客改选其他卡种") { Key = "demonstration-reversed" }, DemoPeople.Bar, cancel);
        await desk.RunAsync(
            new DecideCancellation.Input(reversed, Approve: true, "当日冲正", "POS-冲正-0412"), DemoPeople.General, cancel);
        desk.GoTo(3);
        var online = await counter.DeliverAsync(DemoPeople.Bar, DraftOf("online", 5_000m, SaleTender.BankCard), cancel);
        desk.GoTo(2);
        var regretted = await counter.DeliverAsync(
            DemoPeople.Supervisor,
            DraftOf("regretted", 1_000m, SaleTender.BankCard) with { CardType = DemoCardTypes.Experience }, cancel);
        await UnexpectedAsync(online, cancel);
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
        return await counter.DeliverAsync(
            DemoPeople.Bar, DraftOf("returned", 1_000m, SaleTender.BankCard) with { CardType = DemoCardTypes.Experience }, cancel);
    }

    private async Task TodayAsync(CancellationToken cancel)
    {
        await counter.DeliverAsync(DemoPeople.Floor, DraftOf("today-1", 5_000m, SaleTender.Cash), cancel);
        await counter.LoadAsync(DemoPeople.Bar, DraftOf("today-2", 6_000m, SaleTender.BankCard), cancel);
        await PaidAsync("today-3", 5_000m, DemoPeople.Supervisor, cancel);
        var cancelled = await PaidAsync("today-4", 6_000m, DemoPeople.Floor, cancel);
        await desk.RunAsync(new CancelSale.Input(cancelled, "重复付款") { Key = "demonstration-cancelled" }, DemoPeople.Floor, cancel);
    }

    private async Task UnexpectedAsync(SaleView sold, CancellationToken cancel)
    {
        var (card, holder) = (sold.Card!.Value, members.First(m => m.MemberNo == sold.MemberNo));
        desk.GoTo(2, 20);
        var givenUp = await desk.RunAsync(
            new ReloadOwnCard.Input(card, "demonstration-given-up", Money.FromYuan(5_000m)), holder, cancel);
        await desk.RunAsync(new CancelOwnReload.Input(card), holder, cancel);
        var ordered = await desk.RunAsync(
            new ReloadOwnCard.Input(card, "demonstration-ordered", Money.FromYuan(6_000m)), holder, cancel);
        desk.GoTo(1, 9);
        var arrived = await desk.RunAsync(
            new ConfirmOnlinePayment.Input(givenUp.SaleNo, "WX-4200002871", Money.FromYuan(5_000m)), cancel);
        await desk.RunAsync(
            new ReturnUnexpectedPayment.Input(arrived.ArrivedUnexpected!.UnexpectedPayment, "订单已取消，原路退回")
            {
                Key = "demonstration-unexpected",
            },
            DemoPeople.Finance, cancel);
        desk.GoTo(1, 11);
        await desk.RunAsync(new ConfirmOnlinePayment.Input(ordered.SaleNo, "WX-4200002902", Money.FromYuan(5_999m)), cancel);
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
