using System.Text.Json.Nodes;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>What the verb <c>verify</c> found.</summary>
internal sealed record Books(int Breaches, long PointsIssued)
{
    public static async Task<Books> OfAsync(HostProgram program, ProductDatabase database)
    {
        var found = await program.JsonAsync(database, "verify");
        var brands = found["brands"]!.AsArray();
        var units = brands.SelectMany(b => b!["units"]!.AsArray()).ToList();
        var breaches = brands.Concat(units).Sum(owner => owner!["breaches"]!.AsArray().Count);
        var points = units.Where(u => Is(u!, "points")).Sum(u => u!["issued"]!.GetValue<long>());
        return new Books(breaches, points);
    }

    private static bool Is(JsonNode unit, string name) => unit["unit"]!.GetValue<string>() == name;
}
