using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Makes views of cards: a handful of questions however many they are.</summary>
internal sealed class CardViews(StoredValueDb db, CardTypeShelf shelf, IMemberNumbers members)
{
    public async Task<IReadOnlyList<CardView>> OfAsync(
        IReadOnlyList<Card> cards, CallContext call, CancellationToken cancel)
    {
        if (cards.Count == 0) return [];
        Guid[] ids = [.. cards.Select(c => c.Id)];
        var today = call.RequiredBrand.DateOf(call.At);
        var types = await shelf.InForceAsync([.. cards.Select(c => c.TypeId).Distinct()], call.At, cancel);
        var holders = await members.OfAsync([.. cards.Select(c => c.MemberId).OfType<Guid>().Distinct()], cancel);
        var expiries = await db.CardLoads.AsNoTracking()
            .Where(l => EF.Parameter(ids).Contains(l.CardId) && l.ExpiresOn >= today
                && (l.PrincipalLeftFen > 0 || l.BonusLeftFen > 0))
            .GroupBy(l => l.CardId).Select(g => new { g.Key, On = g.Min(l => l.ExpiresOn) })
            .ToDictionaryAsync(g => g.Key, g => g.On, cancel);
        return
        [
            .. cards.Select(c => CardView.Of(
                c, types[c.TypeId], c.MemberId is { } m ? holders.GetValueOrDefault(m) : null, expiries.GetValueOrDefault(c.Id))),
        ];
    }

    public async Task<CardView> OfAsync(Card card, CallContext call, CancellationToken cancel) =>
        (await OfAsync([card], call, cancel))[0];
}
