using System.Text.Json;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>The first brand's rows of Engagement.</summary>
internal static class EngagementRows
{
    private const string Event = "first-event";
    private const string Survey = "first-survey";

    /// <summary>An event with a member's sign-up, a survey, a ticket; the ids by the part of an address before them.</summary>
    /// <param name="member">Number of a member of the first brand.</param>
    /// <param name="send">Posts to, or with false puts at, an address of the first brand.</param>
    public static async Task<Dictionary<string, string>> PlantAsync(
        string member, Func<string, object, bool, Task<JsonElement>> send)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = Neighbours.Marker, ["en"] = Neighbours.Marker };
        var terms = new
        {
            name,
            content = name,
            place = Neighbours.Marker,
            startsAt = "2099-01-01T10:00:00",
            endsAt = "2099-01-01T12:00:00",
            signUpFrom = "2020-01-01T00:00:00",
            signUpTo = "2099-01-01T00:00:00",
            seats = 5,
        };
        await send($"engagement/events/{Event}", new { terms }, false);
        await send($"engagement/events/{Event}/publication", new { }, true);
        await send($"engagement/events/{Event}/sign-ups", new { key = "31", member }, true);
        var asks = new { kind = "stars", asks = name };
        var survey = new { name, intro = name, from = "2020-01-01", to = "2099-01-01", questions = new[] { asks } };
        await send($"engagement/surveys/{Survey}", new { terms = survey }, false);
        await send($"engagement/surveys/{Survey}/opening", new { }, true);
        var ticket = await send(
            "engagement/tickets", new { key = "32", member, category = "other", text = Neighbours.Marker }, true);
        var opened = ticket.GetProperty("ticket").GetString()!;
        return new Dictionary<string, string>
        {
            ["events/event"] = Event, ["surveys/survey"] = Survey, ["tickets/ticket"] = opened, ["own-tickets/ticket"] = opened,
        };
    }
}
