using RetailMember.Brands;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Commissions.Editing;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Assessments;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>What is planned before the sales, and what happens to their commission at the end of days.</summary>
internal sealed class DemoSalesPlan(DemoDesk desk)
{
    /// <summary>The race of the first month is over; the second one is still on.</summary>
    private const int SecondRace = 28;

    private DateOnly planned;

    private static readonly Money TeamTarget = new(150_000_00);

    public async Task SowAsync(CancellationToken cancel)
    {
        await desk.RunAsync(new EditCommissionRules.Input(Terms), cancel);
        await desk.RunAsync(new ActivateCommissionRules.Input(), cancel);
        await desk.RunAsync(new SetUsualTargets.Input(), cancel);
        planned = TargetBook.MonthOf(desk.Today);
        var today = desk.Today.AddDays(DemoDesk.Days + 1);
        await RaceAsync("opening-gift", new LocalName("开卡礼遇", "Opening gift"), desk.Today, today.AddDays(-SecondRace - 1), cancel);
        await RaceAsync("card-month", new LocalName("售卡月", "Card month"), today.AddDays(-SecondRace), today.AddDays(14), cancel);
        for (var month = TargetBook.MonthOf(desk.Today); month <= today; month = month.AddMonths(1))
            await PlanAsync(month, cancel);
    }

    public async Task EndOfDayAsync(int daysAgo, CancellationToken cancel)
    {
        await desk.RunAsync(new MakePayable.Input(), cancel);
        await AssessAsync(cancel);
        if (daysAgo == SecondRace - 9) await desk.RunAsync(new CloseSalesCampaigns.Input(), cancel);
        if (daysAgo == 32) await desk.RunAsync(new ExportSettlement.Input(await SettleAsync("first", cancel)), DemoPeople.Finance, cancel);
        if (daysAgo == 11) await SettleAsync("second", cancel);
        if (daysAgo == 10) await AnsweredAsync(cancel);
    }

    private static CommissionTerms Terms => new()
    {
        Examples =
        [
            new CommissionExample("售 5000 提 50", Money.FromYuan(5_000m), Money.FromYuan(50m)),
            new CommissionExample("退 4000 余 10", Money.FromYuan(5_000m), Money.FromYuan(10m)) { Refunded = Money.FromYuan(4_000m) },
        ],
    };

    private async Task RaceAsync(string code, LocalName name, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var race = await desk.RunAsync(
            new EditSalesCampaign.Input { Campaign = code, Name = name, From = from, To = to }, DemoPeople.Director, cancel);
        await desk.RunAsync(new ApproveSalesCampaign.Input(code, race.WordingMark), DemoPeople.Finance, cancel);
    }

    /// <summary>Wages of a month are reckoned on the second day after it.</summary>
    private async Task AssessAsync(CancellationToken cancel)
    {
        if (desk.Today is not { Day: 2 } today || today.AddMonths(-1) < planned) return;
        await desk.RunAsync(new PrepareAssessment.Input(today.AddMonths(-1)), DemoPeople.Finance, cancel);
        await desk.RunAsync(new DecideAssessment.Input(today.AddMonths(-1), Approve: true), DemoPeople.Director, cancel);
    }

    private async Task PlanAsync(DateOnly month, CancellationToken cancel)
    {
        var split = await desk.RunAsync(
            new SplitTarget.Input(month, TeamTarget, [new(desk.Home.Area, 65), new(desk.Other.Area, 35)]), DemoPeople.Director, cancel);
        foreach (var (store, area) in ((Store[])[desk.Home, desk.Other]).Zip(split.Targets))
            await desk.RunAsync(
                new SplitTarget.Input(month, area.Amount, [new(store.Code, 100)]) { Over = TargetScope.Store, Within = area.Of },
                DemoPeople.Director, cancel);
        await desk.RunAsync(
            new SplitTarget.Input(
                month, TeamTarget, [new(DemoChannels.Counter, 55), new(DemoChannels.Circle, 25), new(DemoChannels.Marketing, 20)])
            {
                Over = TargetScope.Channel,
            },
            DemoPeople.Director, cancel);
        await desk.RunAsync(
            new EditTarget.Input(TargetScope.Person, DemoPeople.Floor, Money.FromYuan(40_000m), month), DemoPeople.Director, cancel);
    }

    private async Task<long> SettleAsync(string key, CancellationToken cancel)
    {
        var batch = await desk.RunAsync(
            new PrepareSettlement.Input { Key = "demonstration-" + key }, DemoPeople.Finance, cancel);
        await desk.RunAsync(new DecideSettlement.Input(batch.SettlementNo, Approve: true), DemoPeople.Director, cancel);
        return batch.SettlementNo;
    }

    private async Task AnsweredAsync(CancellationToken cancel)
    {
        var doubt = await DemoDoubts.DoubtAsync(desk, DemoPeople.Bar, "这笔续充是我接待的，请核对归属。", cancel);
        await desk.RunAsync(new AnswerDispute.Input(doubt, "已核对收银单，归属无误，按实收本金 1% 计提。"), DemoPeople.Finance, cancel);
    }
}
