using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>
/// Lets a caller look up so many codes a minute that turn out to open nothing; after that every look-up is refused for
/// the rest of the minute, on whichever host. Codes that are good, or were until somebody else used them, cost nothing, so
/// that a busy till is never in its way.
/// The length of the codes is what keeps them, this only keeps the noise down.
/// </summary>
internal sealed class LookUpThrottle(
    RedemptionDb db, DataSession session, IServiceScopeFactory scopes, ISettings settings, TimeProvider time) : IGuessLimit
{
    public const string LimitSetting = "Redemption.FailedLookUpsPerMinute";

    private const int MinutesKept = 60;

    private readonly Dictionary<string, long> failures = [];

    /// <summary>Who of these callers has failed too often in this minute: one question, however many they are.</summary>
    public async Task<LookUpGate> OpenAsync(IEnumerable<CallContext> calls, CancellationToken cancel)
    {
        string[] callers = [.. calls.Select(LookUpGate.KeyOf).Distinct()];
        var (now, limit) = (time.GetUtcNow().ToUnixTimeSeconds(), settings.WholeNumber(LimitSetting, session.Brand));
        var minute = now / 60;
        var shut = await db.LookUpFailures.AsNoTracking()
            .Where(f => EF.Parameter(callers).Contains(f.Caller) && f.Minute == minute && f.Failures >= limit)
            .Select(f => f.Caller).ToListAsync(cancel);
        return new LookUpGate(shut.ToHashSet(), 60 - (now % 60));
    }

    public async Task<IReadOnlyList<Refusal?>> FaultsAsync(IReadOnlyList<CallContext> calls, CancellationToken cancel)
    {
        var gate = await OpenAsync(calls, cancel);
        return [.. calls.Select(gate.Fault)];
    }

    /// <summary>
    /// Notes codes that opened nothing. They are counted although the look-up itself is undone: in a transaction of its own
    /// once the running one has ended, before the caller hears of it.
    /// </summary>
    public async Task NoteAsync(CallContext call, int unknown = 1)
    {
        if (unknown == 0) return;
        var (caller, isFirst) = (LookUpGate.KeyOf(call), failures.Count == 0);
        failures[caller] = failures.GetValueOrDefault(caller) + unknown;
        if (!session.InTransaction) await WriteAsync();
        else if (isFirst) session.AfterEnd(WriteAsync);
    }

    private async Task WriteAsync()
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        var brand = session.Brand!.Value;
        LookUpFailure[] counted =
            [.. failures.Select(f => new LookUpFailure { BrandId = brand, Caller = f.Key, Minute = minute, Failures = f.Value })];
        failures.Clear();
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<DataSession>();
        own.Brand = brand;
        await own.BeginAsync();
        await scope.ServiceProvider.GetRequiredService<IRows>().AddToAsync(counted, [nameof(LookUpFailure.Failures)]);
        var old = minute - MinutesKept;
        await scope.ServiceProvider.GetRequiredService<RedemptionDb>().LookUpFailures
            .Where(f => f.Minute < old).ExecuteDeleteAsync();
        await own.CommitAsync();
    }
}

/// <summary>Who may look codes up, for the length of one batch.</summary>
/// <param name="Shut">Callers who have failed too often.</param>
/// <param name="Seconds">Until they may try again.</param>
internal sealed record LookUpGate(IReadOnlySet<string> Shut, long Seconds)
{
    public Refusal? Fault(CallContext call) => Shut.Contains(KeyOf(call)) ? GuessLimits.TooMany(Seconds) : null;

    public static string KeyOf(CallContext call)
    {
        var key = $"{call.Caller.Kind}/{call.Caller.Id}/{call.Caller.Name}";
        return key.Length <= LookUpFailure.CallerLength ? key : key[..LookUpFailure.CallerLength];
    }
}
