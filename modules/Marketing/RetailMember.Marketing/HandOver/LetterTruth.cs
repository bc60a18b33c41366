using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.HandOver;

/// <summary>Asks the module that wrote a batch's letters what they say now, where it wants to be asked.</summary>
internal sealed class LetterTruth(ModuleQuestions modules)
{
    public Task<LettersNow> OfAsync(MessageBatch batch, IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        batch.Purpose.Split(':', 2) is [var purpose, var key]
            ? modules.AskAsync(
                batch.Purpose, LettersNow.Unanswered,
                async (scope, limit) => scope.GetServices<ILetterFacts>().FirstOrDefault(f => f.Purpose == purpose) is { } facts
                    ? new LettersNow(await facts.NowAsync(key, members, limit))
                    : LettersNow.AsWritten,
                cancel)
            : Task.FromResult(LettersNow.AsWritten);
}

/// <param name="Values">Null: as they were written, or nobody could say.</param>
internal sealed record LettersNow(IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>? Values)
{
    public static readonly LettersNow AsWritten = new((IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>?)null);

    public static readonly LettersNow Unanswered = AsWritten with { MustWait = true };

    public bool MustWait { get; private init; }

    public bool IsTrueFor(Guid member) => Values?.ContainsKey(member) != false;
}
