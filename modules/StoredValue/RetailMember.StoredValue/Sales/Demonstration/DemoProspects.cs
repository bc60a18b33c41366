using RetailMember.Membership;
using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>Two lists of customers to be won: some were spoken to, one has bought a card, one was given up.</summary>
/// <param name="members">Who have no card.</param>
internal sealed class DemoProspects(DemoDesk desk, DemoCounter counter, IReadOnlyList<MemberSummary> members)
{
    public const int Count = 9;

    private const int OfFirst = 5;

    public async Task SowAsync(CancellationToken cancel)
    {
        desk.GoTo(12, 9);
        var until = desk.Today.AddDays(30);
        var floor = await ListAsync(DemoPeople.Floor, members.Take(OfFirst), until, cancel);
        var bar = await ListAsync(DemoPeople.Bar, members.Skip(OfFirst), until.AddDays(7), cancel);
        desk.GoTo(9, 15);
        await SpokeAsync(DemoPeople.Floor, floor[0], "到店用餐时介绍了储值优惠，考虑中", cancel);
        await SpokeAsync(DemoPeople.Floor, floor[1], "约定周末带家人来办卡", cancel);
        await SpokeAsync(DemoPeople.Bar, bar[0], "对酒水券感兴趣", cancel);
        desk.GoTo(7, 18);
        var draft = new DraftSale.Input
        {
            Key = "demonstration-won", StoreCode = desk.Home.Code, CardType = DemoCardTypes.Dining, Member = floor[1].MemberNo,
            Principal = Money.FromYuan(5_000m), PaymentMethod = SaleTender.BankCard,
        };
        await counter.DeliverAsync(DemoPeople.Floor, draft, cancel);
        desk.GoTo(5, 11);
        await desk.RunAsync(
            new FollowUpProspect.Input(floor[2].Prospect, "已迁往外地") { GiveUp = true }, DemoPeople.Floor, cancel);
    }

    private async Task<IReadOnlyList<ProspectView>> ListAsync(
        string seller, IEnumerable<MemberSummary> customers, DateOnly until, CancellationToken cancel) => (await desk.RunAsync(
            new AssignProspects.Input
            {
                Key = "demonstration-list-" + seller, Seller = seller, Members = [.. customers.Select(c => c.MemberNo)], Until = until,
            },
            DemoPeople.Director, cancel)).Prospects;

    private Task<ProspectView> SpokeAsync(string seller, ProspectView prospect, string note, CancellationToken cancel) =>
        desk.RunAsync(new FollowUpProspect.Input(prospect.Prospect, note), seller, cancel);
}
