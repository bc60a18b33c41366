using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of StoredValue.</summary>
internal static class StoredValueRows
{
    private const string Type = "first-card-type";
    private const string Batch = "first-card-batch";
    private const string SalesChannel = "first-channel";

    /// <summary>
    /// A card type, a sale of such a card, what the card has paid and keeps, a batch, a campaign, a sales channel and a customer
    /// to be won; the ids by the part of an address before them.
    /// </summary>
    /// <param name="member">Whom somebody is to win.</param>
    /// <param name="until">Until when.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(
        string member, DateOnly until, Func<string, object, bool, Task<JsonElement>> send)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker };
        var example = new
        {
            title = Neighbours.Marker, loadAmount = 10, mustLeave = new { accepted = true, principal = 10, bonus = 0 },
        };
        var cardTerms = new { name, form = "physical", named = false, minimumLoad = 10, examples = new[] { example } };
        await send($"storedvalue/card-types/{Type}", new { cardTerms }, false);
        await send($"storedvalue/card-types/{Type}/activation", new { }, true);
        var (sale, card) = await SellAsync(send);
        var (closing, bill, hold, change) = await UseAsync(card, send);
        await send("storedvalue/sales-channels", new { salesChannel = SalesChannel, name }, false);
        var listed = await send(
            "storedvalue/prospects", new { key = "44", seller = "first.person", members = new[] { member }, until }, true);
        var batch = new
        {
            key = "41", batchCode = Batch, name, cardType = Type, faceAmount = 200, quota = 5, salesChannel = SalesChannel,
            issueFrom = "2020-01-01",
        };
        await send("storedvalue/card-batches", batch, true);
        await send("storedvalue/sales-campaigns/first-race", new { name, from = "2025-06-01", to = "2025-06-30" }, false);
        return new Dictionary<string, string>
        {
            ["card-types/cardType"] = Type,
            ["stored-value-cards/card"] = card,
            ["own-cards/card"] = card,
            ["charges/bill"] = bill,
            ["slips/bill"] = bill,
            ["holds/hold"] = hold,
            ["closings/closing"] = closing,
            ["card-changes/cardChange"] = change,
            ["card-batches/batchCode"] = Batch,
            ["sales/sale"] = sale,
            ["prospects/prospect"] = listed.GetProperty("prospects")[0].GetProperty("prospect").GetString()!,
            ["sales-campaigns/campaign"] = "first-race",
            ["settlements/settlement"] = "1",
            ["commission-lines/commissionLine"] = "0197815e-0000-7000-8000-000000000002",
            ["commission-disputes/dispute"] = "0197815e-0000-7000-8000-000000000003",
            ["unexpected-payments/unexpectedPayment"] = "0197815e-0000-7000-8000-000000000004",
        };
    }

    private static async Task<(string Sale, string Card)> SellAsync(Func<string, object, bool, Task<JsonElement>> send)
    {
        var draft = new
        {
            key = "sale", storeCode = Neighbours.Store, cardType = Type, seller = "first.person", principal = 1_000,
            paymentMethod = "bankTransfer", tenderReference = Neighbours.Marker,
        };
        var sold = (await send("storedvalue/sales", draft, true)).GetProperty("cardSale");
        var sale = sold.GetProperty("saleNo").ToString();
        await send($"storedvalue/sales/{sale}/payment", new { paymentMethod = "bankTransfer" }, true);
        foreach (var step in (string[])["loading", "delivery"]) sold = await send($"storedvalue/sales/{sale}/{step}", new { }, true);
        return (sale, sold.GetProperty("card").GetString()!);
    }

    private static async Task<(string Closing, string Bill, string Hold, string Change)> UseAsync(
        string card, Func<string, object, bool, Task<JsonElement>> send)
    {
        var shown = await send($"storedvalue/stored-value-cards/{card}/disclosures", new { }, true);
        var number = shown.GetProperty("fullNumber").GetString()!;
        var closing = await send(
            $"storedvalue/stored-value-cards/{card}/closings",
            new
            {
                key = "42", reason = Neighbours.Marker, identityCheck = Neighbours.Marker, payout = "bankAccount",
                accountName = Neighbours.Marker, accountNo = "6222000011112222",
            },
            true);
        var charge = await send(
            "storedvalue/charges",
            new { receiptNo = Neighbours.Marker, storeCode = Neighbours.Store, amount = 10, cards = new[] { number } },
            true);
        var hold = await send(
            "storedvalue/holds",
            new { receiptNo = $"{Neighbours.Marker} hold", storeCode = Neighbours.Store, amount = 10, card = number },
            true);
        var replacement = await send(
            $"storedvalue/stored-value-cards/{card}/replacements",
            new { key = "43", oldCard = number, note = Neighbours.Marker }, true);
        return (
            closing.GetProperty("closing").GetString()!, charge.GetProperty("bill").GetString()!,
            hold.GetProperty("hold").GetString()!,
            replacement.GetProperty("changeRequest").GetProperty("cardChange").GetString()!);
    }
}
