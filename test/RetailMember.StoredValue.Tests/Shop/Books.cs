using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Ledger;

namespace RetailMember.StoredValue.Tests.Shop;

/// <summary>The proof of the books.</summary>
internal static class Books
{
    /// <summary>What does not add up, in this module's rows and in the ledger's; nothing in sound books.</summary>
    public static Task<string[]> FaultsAsync(this CardShop shop, Brand? brand = null) => shop.InTables(
        async scope =>
        {
            List<string> faults = [];
            foreach (var check in scope.GetServices<IBookCheck>())
                faults.AddRange((await check.FindAsync(CancellationToken.None)).Select(f => $"{f.Code} {f.First}"));
            var lines = await scope.GetRequiredService<ILedgerAudit>().VerifyAsync(new DateOnly(2030, 1, 1));
            faults.AddRange(lines.SelectMany(l => l.Breaches.Select(b => $"{l.Unit} {b.Code} {b.FirstId}")));
            faults.AddRange(lines.Where(l => l.Transferred != 0).Select(l => $"{l.Unit} transfers do not match"));
            return faults.ToArray();
        },
        brand);
}
