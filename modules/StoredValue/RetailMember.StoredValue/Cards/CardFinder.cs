using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Finds cards of the current brand, and says why a number finds none.</summary>
internal sealed class CardFinder(StoredValueDb db, CardNumbers numbers, GuessGate gate)
{
    /// <summary>By the number that somebody shows; tries in vain are counted.</summary>
    public async Task<Card> OfNumberAsync(string given, CallContext call, CancellationToken cancel)
    {
        if ((await gate.OpenAsync([call], cancel)).Fault(call) is { } tooMany) throw tooMany;
        var index = numbers.IndexOf(given);
        return await db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.NumberIndex == index, cancel)
            ?? throw await UnknownAsync(index, call, cancel);
    }

    public async Task<Card> OfIdAsync(Guid id, CancellationToken cancel) =>
        await db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel)
        ?? throw NotFound();

    public static Refusal NotFound() => new("storedvalue.card-not-found", RefusalKind.NotFound);

    /// <summary>The refusal of a number that is no card's: one that was replaced, or a guess, which is counted.</summary>
    public async Task<Refusal> UnknownAsync(string? index, CallContext call, CancellationToken cancel)
    {
        if (index is not null && await db.ReplacedNumbers.AnyAsync(n => n.NumberIndex == index, cancel))
            return CardRefusals.Replaced();
        await gate.NoteAsync(call);
        return CardRefusals.Unusable();
    }
}
