using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>What stands between members of the first brand: gifts of points, merges, groups, tags; and a replay of its purchases.</summary>
internal static class MemberRows
{
    private const string Kind = "first-kind";
    private const string Tag = "first-tag";

    /// <summary>The ids by the part of an address before them.</summary>
    /// <param name="member">Number of a member of the first brand who has points.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(
        string member, Func<string, object, bool, Task<JsonElement>> send)
    {
        var (friend, duplicate) = (await EnrolAsync("13800000021", send), await EnrolAsync("13800000022", send));
        var transfer = await send(
            $"membership/members/{member}/transfers", new { key = "21", receiver = friend, points = 5, note = Neighbours.Marker }, true);
        var merge = await send(
            "membership/merges", new { key = "22", survivor = friend, duplicate, reason = Neighbours.Marker }, true);
        var replay = await send("membership/programmes/1/replays", new { from = "2025-01-01", to = "2025-01-31" }, true);
        var name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker };
        await send($"groups/kinds/{Kind}", new { terms = new { name, mostMembers = 9 } }, false);
        var group = await send("groups/groups", new { key = "23", kind = Kind, holder = friend, agreed = true }, true);
        await send($"membership/tags/{Tag}", new { terms = new { name, kind = "manual", from = "2020-01-01" } }, false);
        await send($"membership/tags/{Tag}/activation", new { }, true);
        await send($"membership/members/{member}/tags", new { tag = Tag, reason = Neighbours.Marker }, true);
        return new Dictionary<string, string>
        {
            ["tags/tag"] = Tag,
            ["transfers/transfer"] = transfer.GetProperty("transfer").GetString()!,
            ["merges/merge"] = merge.GetProperty("merge").GetString()!,
            ["replays/replay"] = replay.GetProperty("replay").GetString()!,
            ["kinds/kind"] = Kind,
            ["groups/group"] = group.GetProperty("group").GetString()!,
        };
    }

    private static async Task<string> EnrolAsync(string mobile, Func<string, object, bool, Task<JsonElement>> send)
    {
        var enrolled = await send(
            "membership/members", new { key = mobile, name = Neighbours.Marker, mobile, storeCode = Neighbours.Store }, true);
        return enrolled.GetProperty("memberNo").GetString()!;
    }
}
