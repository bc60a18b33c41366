using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points.Transfers;

/// <summary>What is kept beside a transfer: the numbers of both sides as they were then.</summary>
internal sealed record TransferStory(string From, string To)
{
    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static TransferStory? Read(string? kept) =>
        kept is null ? null : JsonSerializer.Deserialize<TransferStory>(kept, Json.Options);
}
