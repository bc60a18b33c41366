using System.Text.Json;
using RetailMember.Data;
using RetailMember.Restaurant.Tests.House;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests;

/// <summary>Money that goes back while the vertical is not plugged in.</summary>
[Trait("Req", "RS-04")]
public sealed class UnpluggedInvoiceTests
{
    [Fact]
    public async Task What_went_back_while_it_was_unplugged_is_marked_by_the_nightly_recheck()
    {
        var folder = Directory.CreateTempSubdirectory("retailmember-unplugged-").FullName;
        var options = new TestHostOptions { Database = DatabaseKind.Sqlite, Folder = folder };
        JsonElement sale;
        JsonElement receipt;
        string brand;
        await using (var host = await TestHost.StartAsync(options with { Plugins = Verticals.Folder }))
        {
            var house = await Hotel.OpenAsync(host);
            brand = house.Brand.Code;
            receipt = JsonSerializer.SerializeToElement(house.Receipt(1_000m));
            await house.PostAsync("membership/purchases", receipt);
            sale = await house.SellAsync(await house.CardTypeAsync(), 5_000m);
            var load = (await house.GetAsync("restaurant/card-loads")).GetProperty("items")[0].GetProperty("load").GetString();
            await IssueAsync(house, $"restaurant/card-loads/{load}/invoice", "N1");
            await IssueAsync(house, $"restaurant/receipts/{receipt.GetProperty("receiptNo").GetString()}/invoice", "N2");
        }

        await using (var host = await TestHost.StartAsync(options))
        {
            var house = await Hotel.AgainAsync(host, brand);
            await house.PayBackAsync(sale);
            await house.PostAsync(
                "membership/refunds",
                new
                {
                    refundNo = Hotel.Key(), storeCode = "s1", receiptNo = receipt.GetProperty("receiptNo").GetString(), amount = 300,
                });
        }

        await using (var host = await TestHost.StartAsync(options with { Plugins = Verticals.Folder }))
        {
            var house = await Hotel.AgainAsync(host, brand);
            (await StatesAsync(house)).ShouldBe(["issued", "issued"]);

            await house.PostAsync("platform/jobs/Restaurant.recheck-invoices/runs", new { });

            await Hotel.UntilAsync(async () => (await StatesAsync(house)).All(s => s == "toReverse"));
            var paidBack = (await house.GetAsync("restaurant/invoices")).GetProperty("items").EnumerateArray()
                .Select(i => i.GetProperty("paidBack").GetDecimal());
            paidBack.ShouldBe([300m, 5_000m]);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task IssueAsync(Hotel house, string asked, string number)
    {
        var invoice = (await house.PostAsync(asked, new { storeCode = "s1", buyer = "王芳" })).GetProperty("invoice").GetString();
        await house.PostAsync($"restaurant/invoices/{invoice}/number", new { invoiceNo = number });
    }

    private static async Task<List<string?>> StatesAsync(Hotel house) =>
    [
        .. (await house.GetAsync("restaurant/invoices")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("state").GetString()),
    ];
}
