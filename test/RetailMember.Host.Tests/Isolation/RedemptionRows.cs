using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of Redemption.</summary>
internal static class RedemptionRows
{
    private const string Definition = "first-voucher";
    private const string Reward = "first-reward";
    private const string Service = "first-service";
    private const string Edition = "first-edition";
    private const string Rule = "first-rule";
    private const string Benefit = "first-benefit";

    /// <summary>
    /// A member's voucher and orders, and all that they take; the ids by the part of an address before them.
    /// </summary>
    /// <param name="member">Number of a member of the first brand.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(
        string member, Func<string, object, bool, Task<JsonElement>> send)
    {
        var terms = new
        {
            name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker },
            amount = 10,
            transferable = true,
            validity = new { days = 30 },
        };
        await send($"redemption/voucher-definitions/{Definition}", new { terms }, false);
        await send($"redemption/voucher-definitions/{Definition}/activation", new { }, true);
        var voucher = await send(
            "redemption/vouchers", new { key = "1", member, definition = Definition, reason = Neighbours.Marker }, true);
        var batch = await send(
            "redemption/voucher-batches",
            new { key = "2", members = new[] { member }, definition = Definition, reason = Neighbours.Marker }, true);
        var gift = new { name = terms.name, kind = "goods", article = "book", points = 10, stock = "shared" };
        var service = new { name = terms.name, kind = "service", points = 10, service = new { uses = 3, days = 30, perDay = 5 } };
        await send("pharmacy/drugs", new { gift.article, name = Neighbours.Marker, drugClass = "none" }, false);
        await send($"redemption/rewards/{Reward}", new { terms = gift }, false);
        await send($"redemption/rewards/{Service}", new { terms = service }, false);
        await send($"redemption/rewards/{Reward}/stock", new { key = "3", pieces = 5, reason = Neighbours.Marker }, true);
        await send(
            $"redemption/editions/{Edition}",
            new { from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward = Reward }, new { reward = Service } } },
            false);
        await send($"redemption/editions/{Edition}/publication", new { }, true);
        var order = await send("redemption/orders", new { key = "4", member, reward = Reward, points = 10 }, true);
        var entitled = await send("redemption/orders", new { key = "5", member, reward = Service, points = 10 }, true);
        var booking = await send(
            $"redemption/entitlements/{entitled.GetProperty("order")}/bookings",
            new { key = "7", storeCode = Neighbours.Store, businessDate = entitled.GetProperty("heldUntil").GetString() }, true);
        await send(
            $"redemption/gift-rules/{Rule}",
            new
            {
                terms = new
                {
                    name = terms.name, reason = "firstPurchase", vouchers = new[] { Definition }, from = "2020-01-01",
                    claim = new { days = 30 },
                },
            },
            false);
        await send($"redemption/gift-rules/{Rule}/activation", new { }, true);
        var given = await send(
            "redemption/gifts",
            new { key = "6", member, vouchers = new[] { Definition }, reason = Neighbours.Marker, claimDays = 30 }, true);
        var benefit = new { name = terms.name, shares = new[] { new { granted = true, most = 1 } } };
        await send($"redemption/benefits/{Benefit}", new { terms = benefit }, false);
        await send($"redemption/benefits/{Benefit}/grants", new { members = new[] { member }, reason = Neighbours.Marker }, true);
        await send($"redemption/benefits/{Benefit}/uses", new { key = "8", storeCode = Neighbours.Store, member }, true);
        var uses = await send($"redemption/benefits/{Benefit}/uses/search", new { member }, true);
        var use = uses.GetProperty("items")[0].GetProperty("use").ToString();
        return new Dictionary<string, string>
        {
            ["voucher-definitions/definition"] = Definition,
            ["vouchers/voucher"] = voucher.GetProperty("voucher").GetString()!,
            ["own-vouchers/voucher"] = voucher.GetProperty("voucher").GetString()!,
            ["voucher-batches/batch"] = batch.GetProperty("batch").ToString(),
            ["orders/order"] = order.GetProperty("order").GetString()!,
            ["own-gifts/gift"] = given.GetProperty("gift").GetString()!,
            ["own-orders/order"] = order.GetProperty("order").GetString()!,
            ["entitlements/entitlement"] = entitled.GetProperty("order").GetString()!,
            ["services/entitlement"] = entitled.GetProperty("order").GetString()!,
            ["bookings/booking"] = booking.GetProperty("booking").GetString()!,
            ["rewards/reward"] = Reward,
            ["editions/edition"] = Edition,
            ["gift-rules/rule"] = Rule,
            ["benefits/benefit"] = Benefit,
            ["benefit-uses/use"] = use,
            ["uses/use"] = use,
            ["gifts/gift"] = given.GetProperty("gift").GetString()!,
        };
    }
}
