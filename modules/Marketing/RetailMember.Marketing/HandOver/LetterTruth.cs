using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Deciding;

namespace RetailMember.Marketing.HandOver;

/// <summary>Asks whoever wrote a batch's letters what they say now: journeys, and modules that want to be asked.</summary>
internal sealed class LetterTruth(ModuleQuestions modules)
{
    public async Task<LettersNow> OfAsync(
        Dispatch dispatch, IReadOnlyList<Message> messages, Addresses found, DateTime now, CancellationToken cancel)
    {
        if (dispatch.Batch.Purpose.Split(':', 2) is not [var purpose, var key]) return LettersNow.AsWritten;
        return await modules.AskAsync(
            dispatch.Batch.Purpose, LettersNow.Unanswered,
            async (scope, limit) => dispatch.Batch.Purpose.StartsWith(JourneyTruth.Prefix, StringComparison.Ordinal)
                ? await OfJourneyAsync(scope.GetRequiredService<JourneyTruth>(), dispatch, messages, found, now, limit)
                : scope.GetServices<ILetterFacts>().FirstOrDefault(f => f.Purpose == purpose) is { } facts
                    ? new LettersNow(await facts.NowAsync(key, found.Reached, limit))
                    : LettersNow.AsWritten,
            cancel);
    }

    private static async Task<LettersNow> OfJourneyAsync(
        JourneyTruth journeys, Dispatch dispatch, IReadOnlyList<Message> messages, Addresses found, DateTime now,
        CancellationToken cancel)
    {
        var letters =
            from message in messages
            where found.Contacts.ContainsKey(message.MemberId!.Value)
            select WaitingLetter.Of(message, found.Contacts[message.MemberId!.Value].Member);
        return new LettersNow(await journeys.NowAsync(dispatch, [.. letters], now, cancel));
    }
}

/// <param name="Values">Null: as they were written, or nobody could say.</param>
internal sealed record LettersNow(IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>? Values)
{
    public static readonly LettersNow AsWritten = new((IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>?)null);

    public static readonly LettersNow Unanswered = AsWritten with { MustWait = true };

    public bool MustWait { get; private init; }

    public bool IsTrueFor(Guid member) => Values?.ContainsKey(member) != false;
}
