using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Demonstration;

/// <summary>Members of the demonstration come and use some of the vouchers that other modules gave them.</summary>
internal sealed class LaterUses(UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time)
    : IDemonstration
{
    private const int Newest = 45;
    private const int EachOther = 3;
    private const int Yuan = 90;

    public int Order => 550;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            if (brands.StoresOf(brand.Id) is not { Count: > 0 } stores) continue;
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var basket = BasketOf(brand);
            var used = 0;
            foreach (var (place, voucher) in (await OpenAsync(brand, cancel)).Index().Where(v => v.Index % EachOther == 0))
            {
                var revealed = await entry.RunAsync(new RevealVoucher.Input(voucher), call, cancel);
                var use = new UseVoucher.Input
                {
                    ReceiptNo = FormattableString.Invariant($"demonstration-later-{place}"),
                    StoreCode = stores[place % stores.Count].Code,
                    Codes = [revealed.Code],
                    Lines = basket,
                };
                if ((await entry.TryAsync(use, call, cancel)).Accepted) used++;
            }

            notes.Line($"{brand.Code}: {used} vouchers of other modules used");
        }
    }

    /// <summary>Goods of every category that a voucher of the brand is for, and others.</summary>
    private static List<BasketFormLine> BasketOf(Brand brand)
    {
        var categories = DemoShelf.All.Where(s => s.Brand == brand.Code).SelectMany(s => s.Vouchers)
            .SelectMany(v => v.Terms.Categories).Distinct<string?>();
        return [.. categories.Prepend(null).Select(c => new BasketFormLine(Money.FromYuan(Yuan), c))];
    }

    private async Task<IReadOnlyList<Guid>> OpenAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        var today = time.Today(brand);
        return await scope.ServiceProvider.GetRequiredService<RedemptionDb>().Vouchers.AsNoTracking()
            .Where(v => v.State == VoucherState.Issued && v.ValidFrom <= today && v.ExpiresOn >= today)
            .OrderByDescending(v => v.IssuedAt).ThenBy(v => v.Id).Select(v => v.Id).Take(Newest).ToListAsync(cancel);
    }
}
