using RetailMember.Apparel.Customers;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Apparel.Tasks;
using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Demonstration;

/// <summary>
/// The clothes brand's ladder of this month by what its members have bought, services in every state, owners of its
/// heavy customers, and a draft of next month's rules.
/// </summary>
internal sealed class ApparelDemonstration(UseCaseEntry entry, IBrandDirectory brands,
    TimeProvider time) : IDemonstration
{
    public const string BrandCode = "apparel";

    private const int Asked = 9;
    private const int DaysSilent = 5;
    private const int MostAtOnce = 200;
    private const string Owner = "apparel.sales";

    public int Order => 600;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(BrandCode) is not { } brand || brands.StoresOf(brand.Id) is not [var store, ..]) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var today = time.Today(brand);
        var month = LadderBook.MonthOf(today);
        await entry.RunAsync(new EditRules.Input(DemoTerms.Of(today)), call, cancel);
        await entry.RunAsync(new ActivateRules.Input(), call, cancel);
        var last = await entry.RunAsync(new SowMonth.Input(month.AddDays(-1)), call, cancel);
        var now = await entry.RunAsync(new SowMonth.Input(today), call, cancel);
        await ContactAsync(today, call, cancel);
        await ServeAsync(store, call, cancel);
        await entry.RunAsync(
            new EditRules.Input(
                DemoTerms.Of(today) with
                {
                    Ladder = new LadderTerms { Rungs = LadderVariants.Linear, Policy = RungPolicy.TopRungOnly },
                    Examples = [new LadderExample(999, default), new LadderExample(3_200, Values.Money.FromYuan(150))],
                }),
            call, cancel);
        notes.Line($"{brand.Name}: {last.Rungs} rungs of last month, {now.Rungs} of this one");
    }

    /// <summary>
    /// Whoever nobody was in touch with for long stands on the list of contacts: every other one was called by now, the class
    /// above too, and some customers of each have somebody who looks after them.
    /// </summary>
    private async Task ContactAsync(DateOnly today, CallContext call, CancellationToken cancel)
    {
        (string? Class, Guid? After) at = (null, null);
        do
        {
            var step = await entry.RunAsync(
                new RaiseSome.Input(today.AddDays(-DaysSilent), at.Class, at.After, MostAtOnce), call, cancel);
            at = (step.Class, step.Last);
        }
        while (at.Class is not null);
        var found = await entry.RunAsync(new FindTasks.Input { State = TaskFilter.Open, Size = MostAtOnce }, call, cancel);
        foreach (var (i, task) in found.Tasks.Items.Where(t => t.Service == UsualServices.Contact).Index())
        {
            if (i % 2 == 0) await entry.RunAsync(new SettleTask.Input(task.Task, Note: "电话问候，介绍换季新款"), call, cancel);
            if (i % 3 == 0) await entry.RunAsync(new SetOwner.Input(task.MemberNo, Owner), call, cancel);
        }
    }

    /// <summary>Alterations, a third of them done and a third called off, and who looks after whom.</summary>
    private async Task ServeAsync(Store store, CallContext call, CancellationToken cancel)
    {
        var heavy = await entry.RunAsync(new FindCustomers.Input(DemoTerms.Heavy, Size: Asked), call, cancel);
        foreach (var (i, customer) in heavy.Customers.Items.Index())
        {
            await entry.RunAsync(
                new AddTask.Input
                {
                    Key = FormattableString.Invariant($"demonstration-{i}"), StoreCode = store.Code,
                        Member = customer.MemberNo,
                    Service = DemoTerms.Alteration, Wish = "裤脚改短两厘米",
                },
                call, cancel);
            if (i % 2 == 0) await entry.RunAsync(new SetOwner.Input(customer.MemberNo, Owner), call, cancel);
        }

        var found = await entry.RunAsync(new FindTasks.Input { State = TaskFilter.Open, StoreCode = store.Code }, call,
            cancel);
        foreach (var (i, task) in found.Tasks.Items.Index().Where(t => t.Index % 3 != 0))
            await entry.RunAsync(new SettleTask.Input(task.Task, i % 3 == 2, i % 3 == 2 ? "顾客取消" : "已完成，顾客满意"), call,
                cancel);
    }
}
