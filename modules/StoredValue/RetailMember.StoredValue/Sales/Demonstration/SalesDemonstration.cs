using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Editing;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Demonstration;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>Card sales of the demonstration's restaurant in every state, with targets, a race and commission rules.</summary>
internal sealed class SalesDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, IStaff staff, TimeProvider time)
    : IDemonstration
{
    private const int Others = 12;

    private static readonly (string? Seller, decimal Yuan, SaleTender Tender)[] Delivered =
    [
        ("restaurant.floor", 5_000m, SaleTender.Cash),
        ("restaurant.bar", 12_000m, SaleTender.BankCard),
        ("restaurant.floor", 8_000m, SaleTender.BankTransfer),
        ("restaurant.supervisor", 5_000m, SaleTender.Cash),
        (null, 6_000m, SaleTender.BankCard),
    ];

    public int Order => 430;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find("restaurant") is not { } brand || StoreOfSellers(brand) is not { } store) return;
        var buyers = new Queue<MemberSummary>(await BuyersAsync(brand, cancel));
        if (buyers.Count < Delivered.Length + 2) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        await RulesAsync(time.Today(brand), call, cancel);
        foreach (var (i, (seller, yuan, tender)) in Delivered.Index())
        {
            var sale = await DraftAsync(new DraftSale.Input
            {
                Key = FormattableString.Invariant($"demonstration-sale-{i}"), Seller = seller,
                Principal = Money.FromYuan(yuan), PaymentMethod = tender,
            });
            await entry.RunAsync(new PaySale.Input(sale, tender, PaymentReference: "till-1"), call, cancel);
            await entry.RunAsync(new LoadSale.Input(sale), call, cancel);
            await entry.RunAsync(new DeliverSale.Input(sale), call, cancel);
        }

        var cheque = await DraftAsync(new DraftSale.Input
        {
            Key = "demonstration-cheque", Seller = "restaurant.bar", Principal = Money.FromYuan(10_000m),
            PaymentMethod = SaleTender.Cheque, TenderReference = "ZP-20260318",
        });
        await entry.RunAsync(new PaySale.Input(cheque, SaleTender.Cheque), call, cancel);
        await DraftAsync(new DraftSale.Input
        {
            Key = "demonstration-float", Seller = "restaurant.floor", Principal = Money.FromYuan(80_000m),
            PaymentMethod = SaleTender.BankTransfer, BonusPerMille = 120, BonusReason = "年度签约客户", ForCompany = true,
        });
        notes.Line($"{brand.Code}: {Delivered.Length + 2} card sales");

        async Task<long> DraftAsync(DraftSale.Input draft)
        {
            var whole = draft with { StoreCode = store.Code, CardType = DemoCardTypes.Dining, Member = buyers.Dequeue().MemberNo };
            return (await entry.RunAsync(whole, call, cancel)).CardSale.SaleNo;
        }
    }

    private Store? StoreOfSellers(Brand brand) =>
        staff.Find("restaurant.floor")?.StoresIn(brand.Id) is [var store, ..] ? brands.FindStore(store) : null;

    /// <summary>Others than those whose cards are there already.</summary>
    private async Task<IEnumerable<MemberSummary>> BuyersAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return (await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, Others + Delivered.Length + 2, cancel)).Skip(Others);
    }

    private async Task RulesAsync(DateOnly today, CallContext call, CancellationToken cancel)
    {
        await entry.RunAsync(
            new EditCommissionRules.Input(new CommissionTerms
            {
                Examples =
                [
                    new CommissionExample("售 5000 提 50", Money.FromYuan(5_000m), Money.FromYuan(50m)),
                    new CommissionExample("退 4000 余 10", Money.FromYuan(5_000m), Money.FromYuan(10m))
                    {
                        Refunded = Money.FromYuan(4_000m),
                    },
                ],
            }), call, cancel);
        await entry.RunAsync(new ActivateCommissionRules.Input(), call, cancel);
        await entry.RunAsync(new SetUsualTargets.Input(), call, cancel);
        var month = new DateOnly(today.Year, today.Month, 1);
        await entry.RunAsync(
            new EditSalesCampaign.Input
            {
                Campaign = "card-month", Name = new LocalName("售卡月", "Card month"), From = month, To = month.AddMonths(1).AddDays(-1),
            }, call, cancel);
    }
}
