using RetailMember.Data;
using RetailMember.Settings;
using Stamps.Data;

namespace Stamps.Cards;

/// <summary>Stamps cards within the running transaction: locked first, so that two tills never fill the same card.</summary>
internal sealed class StampBook(IRows rows, ISettings settings)
{
    private static readonly string[] Stamped =
        [nameof(StampCard.MemberNo), nameof(StampCard.Stamps), nameof(StampCard.Filled), nameof(StampCard.LastOn)];

    /// <summary>Gives each visit its stamp, in order, and says which of them filled a card.</summary>
    public async Task<IReadOnlySet<int>> StampAsync(IReadOnlyList<Visit> visits, CancellationToken cancel)
    {
        var opened = visits.DistinctBy(v => v.MemberId).Select(NewCard).ToList();
        await rows.InsertMissingAsync(opened, cancel);
        var members = opened.ConvertAll(c => c.MemberId);
        var cards = (await rows.LockAsync<StampCard, Guid>(c => c.MemberId, members, cancel)).ToDictionary(c => c.MemberId);
        var filled = new HashSet<int>();
        foreach (var (i, visit) in visits.Index())
            if (Stamp(cards[visit.MemberId], visit)) filled.Add(i);
        await rows.UpdateAsync(cards.Values, Stamped, cancel);
        return filled;
    }

    private bool Stamp(StampCard card, Visit visit)
    {
        if (visit.On <= card.LastOn) return false;
        card.MemberNo = visit.MemberNo;
        card.LastOn = visit.On;
        card.Stamps++;
        if (card.Stamps < settings.WholeNumber(StampsModule.StampsPerCard, card.BrandId)) return false;
        card.Stamps = 0;
        card.Filled++;
        return true;
    }

    private static StampCard NewCard(Visit visit) => new()
    {
        MemberId = visit.MemberId,
        BrandId = visit.BrandId,
        MemberNo = visit.MemberNo,
    };
}

/// <param name="On">Business date.</param>
internal readonly record struct Visit(int BrandId, Guid MemberId, string MemberNo, DateOnly On);
