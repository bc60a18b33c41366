using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of Campaigns.</summary>
internal static class CampaignRows
{
    private const string Campaign = "first-campaign";

    /// <summary>A campaign with a member's award; the ids by the part of an address before them.</summary>
    /// <param name="member">Number of a member of the first brand.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(
        string member, Func<string, object, bool, Task<JsonElement>> send)
    {
        var terms = new
        {
            name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker },
            kind = "behaviour",
            from = "2020-01-01",
            prize = new { points = 5 },
            behaviour = "first-behaviour",
            examples = new[]
            {
                new
                {
                    title = Neighbours.Marker,
                    situation = new { businessDate = "2026-01-01" },
                    mustGive = new { awarded = true, points = 5 },
                },
            },
        };
        await send($"campaigns/campaigns/{Campaign}", new { terms }, false);
        await send($"campaigns/campaigns/{Campaign}/activation", new { }, true);
        var award = await send(
            "campaigns/behaviours", new { key = "1", member, behaviour = "first-behaviour", note = Neighbours.Marker }, true);
        return new Dictionary<string, string>
        {
            ["campaigns/campaign"] = Campaign,
            ["awards/award"] = award.GetProperty("award").GetString()!,
            ["referrals/referral"] = await ReferAsync(member, terms.name, send),
        };
    }

    /// <summary>Two friends from one phone: the second referral waits for a decision.</summary>
    private static async Task<string> ReferAsync(
        string member, Dictionary<string, string> name, Func<string, object, bool, Task<JsonElement>> send)
    {
        var terms = new
        {
            name,
            kind = "referral",
            from = "2020-01-01",
            prize = new { points = 5 },
            friendPrize = new { points = 5 },
            trigger = "onFirstPurchase",
            examples = new[]
            {
                new
                {
                    title = Neighbours.Marker,
                    situation = new { businessDate = "2026-01-01", paid = 10 },
                    mustGive = new { awarded = true, points = 5, friendPoints = 5 },
                },
            },
        };
        await send("campaigns/campaigns/first-referral", new { terms }, false);
        await send("campaigns/campaigns/first-referral/activation", new { }, true);
        var code = (await send("campaigns/referral-codes", new { member }, true)).GetProperty("referralCode").GetString();
        foreach (var mobile in (string[])["13800000071", "13800000072"])
            await send(
                "membership/members",
                new { key = mobile, name = Neighbours.Marker, mobile, referralCode = code, device = "one phone" }, true);
        var held = await send("campaigns/referrals/search", new { state = "held" }, true);
        return held.GetProperty("items")[0].GetProperty("referral").GetString()!;
    }
}
