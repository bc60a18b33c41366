using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Data;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.HandOver;

/// <summary>Asks the module that wrote a batch's letters what they say now, where it wants to be asked.</summary>
internal sealed partial class LetterTruth(IServiceScopeFactory scopes, DataSession session, ILogger<LetterTruth> log)
{
    /// <summary>How long letters wait whose module failed to answer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public async Task<LettersNow> OfAsync(MessageBatch batch, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        if (batch.Purpose.Split(':', 2) is not [var purpose, var key]) return LettersNow.AsWritten;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = session.Brand;
        if (scope.ServiceProvider.GetServices<ILetterFacts>().FirstOrDefault(f => f.Purpose == purpose) is not { } facts)
            return LettersNow.AsWritten;
        try
        {
            return new LettersNow(await facts.NowAsync(key, members, cancel));
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Broke(log, fault, purpose);
            return LettersNow.Unanswered;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody could say whether letters of {Purpose} are still true; they wait")]
    private static partial void Broke(ILogger log, Exception fault, string purpose);
}

/// <param name="Values">Null: as they were written, or nobody could say.</param>
internal sealed record LettersNow(IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>? Values)
{
    public static readonly LettersNow AsWritten = new((IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>?)null);

    public static readonly LettersNow Unanswered = AsWritten with { MustWait = true };

    public bool MustWait { get; private init; }

    public bool IsTrueFor(Guid member) => Values?.ContainsKey(member) != false;
}
