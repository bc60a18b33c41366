using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Portal.Codes;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Cards;

/// <summary>
/// Few cards may be tried in an hour: a card's number is short and stands on the card of whoever holds it. Counted before
/// the card is looked at, in a transaction of its own, so that a refusal counts too.
/// </summary>
internal sealed class CardThrottle(PortalDb db, DataSession session, IRows rows, AskingAddress address)
{
    private const long OfOne = 5;
    private const long OfAddress = 30;

    /// <summary>Refuses <c>portal.cards-too-many</c>.</summary>
    /// <param name="who">A member's key, or the mobile's code.</param>
    /// <param name="call">Says brand and time.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task TakeAsync(string who, CallContext call, CancellationToken cancel)
    {
        var hour = new DateTimeOffset(call.At, TimeSpan.Zero).ToUnixTimeSeconds() / 3600;
        string[] counted = [who, address.Code];
        await session.BeginAsync(cancel);
        await rows.AddToAsync(
            [.. counted.Order(StringComparer.Ordinal).Select(w => new CardGuess
            {
                BrandId = call.RequiredBrand.Id, Who = w, Hour = hour, Tries = 1,
            })],
            [nameof(CardGuess.Tries)], cancel);
        var tries = await db.CardGuesses.AsNoTracking().Where(g => g.Hour == hour && EF.Parameter(counted).Contains(g.Who))
            .ToDictionaryAsync(g => g.Who, g => g.Tries, cancel);
        await session.CommitAsync(cancel);
        if (tries[who] > OfOne || tries[address.Code] > OfAddress)
            throw new Refusal("portal.cards-too-many", RefusalKind.TooMany);
    }
}
