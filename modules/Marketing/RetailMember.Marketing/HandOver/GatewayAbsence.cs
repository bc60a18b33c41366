using System.Collections.Concurrent;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Since when each gateway takes nothing, as this host saw it. What it did not take waits the longer the longer that lasts:
/// until the time of its batch is over, and not so often that it is pestered.
/// </summary>
internal sealed class GatewayAbsence
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, DateTime> since = new();

    public void Begin(string gateway, DateTime now) => since.TryAdd(gateway, now);

    public void End(string gateway) => since.TryRemove(gateway, out _);

    /// <param name="gateway">Which one did not take it.</param>
    /// <param name="reason">Why; null: it was never asked.</param>
    /// <param name="now">UTC.</param>
    public TimeSpan PauseOf(string gateway, MessageReason? reason, DateTime now)
    {
        var least = reason switch
        {
            // The account is counted by the day.
            MessageReason.ProviderQuota => TimeSpan.FromHours(2),
            MessageReason.AccountEmpty or MessageReason.NotAuthorised => TimeSpan.FromMinutes(15),
            _ => TimeSpan.FromMinutes(1),
        };
        if (reason is null || !since.TryGetValue(gateway, out var begun)) return least;
        var lasted = now - begun > Longest ? Longest : now - begun;
        return lasted > least ? lasted : least;
    }
}
