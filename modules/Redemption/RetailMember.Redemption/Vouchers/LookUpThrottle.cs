using System.Collections.Concurrent;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>
/// Lets a caller look up so many codes a minute that turn out to open nothing; after that every look-up is refused for
/// the rest of the minute. Codes that are good cost nothing, so that a busy till is never in its way. Each host counts
/// for itself: the length of the codes is what keeps them, this only keeps the noise down.
/// </summary>
internal sealed class LookUpThrottle(ISettings settings, TimeProvider time)
{
    public const string LimitSetting = "Redemption.FailedLookUpsPerMinute";

    private const int MostCallers = 10_000;

    private readonly ConcurrentDictionary<string, (long Minute, int Failures)> failures = new();

    /// <summary>Refuses a caller who has failed too often in this minute.</summary>
    public Refusal? Check(CallContext call)
    {
        var limit = settings.WholeNumber(LimitSetting, call.Brand?.Id);
        var seconds = 60 - (time.GetUtcNow().ToUnixTimeSeconds() % 60);
        return failures.TryGetValue(KeyOf(call), out var known) && known.Minute == Minute() && known.Failures >= limit
            ? new Refusal("redemption.too-many-look-ups", RefusalKind.TooMany, ("seconds", seconds))
            : null;
    }

    /// <summary>Notes a look-up's outcome.</summary>
    public void Note(CallContext call, string? refusal)
    {
        if (refusal != VoucherRefusals.NotUsable) return;
        var minute = Minute();
        if (failures.Count >= MostCallers) Forget(minute);
        failures.AddOrUpdate(
            KeyOf(call),
            _ => (minute, 1),
            (_, known) => known.Minute == minute ? (minute, known.Failures + 1) : (minute, 1));
    }

    private void Forget(long minute)
    {
        foreach (var (caller, known) in failures)
            if (known.Minute < minute) failures.TryRemove(caller, out _);
    }

    private long Minute() => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    private static string KeyOf(CallContext call) => $"{call.Caller.Kind}/{call.Caller.Id}/{call.Caller.Name}";
}
