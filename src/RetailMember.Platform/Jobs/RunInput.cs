using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Platform.Jobs;

/// <summary>The input of background work on its way through the queue.</summary>
internal static class RunInput
{
    public static string Write(object input) => JsonSerializer.Serialize(input, input.GetType(), Json.Options);

    public static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Json.Stored)!;
}
