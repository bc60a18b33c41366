using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of Marketing.</summary>
internal static class MarketingRows
{
    private const string Template = "first-template";
    private const string Signature = "first-signature";

    /// <summary>A template and a signature; the ids by the part of an address before them.</summary>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(Func<string, object, bool, Task<JsonElement>> send)
    {
        await send("marketing/signatures", new { signature = Signature }, true);
        var terms = new { name = Neighbours.Marker, signature = Signature, body = $"{Neighbours.Marker} TD" };
        await send($"marketing/templates/{Template}", new { terms }, false);
        return new Dictionary<string, string> { ["templates/template"] = Template, ["signatures/signature"] = Signature };
    }
}
