using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of Marketing.</summary>
internal static class MarketingRows
{
    private const string Template = "first-template";
    private const string Signature = "first-signature";
    private const string Segment = "first-segment";
    private const string Campaign = "first-message";
    private const string Journey = "first-journey";

    /// <summary>
    /// A template, a signature, a segment, the draft of a campaign, a journey and a test address; the ids by the part of an address before
    /// them.
    /// </summary>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(Func<string, object, bool, Task<JsonElement>> send)
    {
        await send("marketing/signatures", new { signature = Signature }, true);
        var terms = new { name = Neighbours.Marker, signature = Signature, body = $"{Neighbours.Marker} TD" };
        await send($"marketing/templates/{Template}", new { terms }, false);
        var name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker };
        await send($"marketing/segments/{Segment}", new { terms = new { name, members = new { match = "all" } } }, false);
        var campaign = new { name, purpose = "promotion", segment = Segment, template = Template };
        await send($"marketing/message-campaigns/{Campaign}", new { terms = campaign }, false);
        var journey = new { name, trigger = "welcome", template = Template };
        await send($"marketing/journeys/{Journey}", new { terms = journey }, false);
        var test = await send("marketing/test-addresses", new { channel = "sms", name = Neighbours.Marker, address = "13900001111" }, true);
        return new Dictionary<string, string>
        {
            ["test-addresses/testAddress"] = test.GetProperty("testAddress").GetString()!,
            ["templates/template"] = Template, ["signatures/signature"] = Signature, ["segments/segment"] = Segment,
            ["message-campaigns/campaign"] = Campaign, ["journeys/journey"] = Journey,
        };
    }
}
