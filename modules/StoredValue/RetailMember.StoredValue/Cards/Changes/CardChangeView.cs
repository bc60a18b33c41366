using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Cards.Changes;

/// <summary>A request to replace a card or to pass it on.</summary>
/// <param name="MaskedNumber">Of the card as it is now.</param>
/// <param name="MemberNo">Who held it; left out: whoever carries it.</param>
/// <param name="ReceiverNo">Member number of who is to hold it.</param>
/// <param name="StoreCode">Whose it is to decide; left out: the whole brand's.</param>
/// <param name="OnCard">Yuan that it held when it was asked for.</param>
internal sealed record CardChangeView(
    Guid CardChange, Guid Card, string MaskedNumber, CardChangeKind ChangeKind, ClosingState State, string? MemberNo,
    string? ReceiverNo, string? StoreCode, string Reason, Money OnCard, string RequestedBy, DateTime RequestedAt,
    string? DecidedBy, DateTime? DecidedAt, string? Decision);

/// <summary>Requests to change cards as staff reads them.</summary>
internal sealed class CardChangeViews(StoredValueDb db, IMemberNumbers members, IBrandDirectory brands)
{
    public async Task<IReadOnlyList<CardChangeView>> OfAsync(IReadOnlyList<CardChange> changes, CancellationToken cancel)
    {
        Guid[] cards = [.. changes.Select(c => c.CardId).Distinct()];
        var numbers = await db.Cards.AsNoTracking().Where(c => EF.Parameter(cards).Contains(c.Id))
            .Select(c => new { c.Id, c.Number }).ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        var known = await members.OfAsync(
            [.. changes.SelectMany(c => (Guid?[])[c.MemberId, c.ReceiverId]).OfType<Guid>().Distinct()], cancel);
        return
        [
            .. changes.Select(c => new CardChangeView(
                c.Id, c.CardId, CardNumbers.Mask(numbers[c.CardId]), c.Kind, c.State, NumberOf(c.MemberId), NumberOf(c.ReceiverId),
                c.StoreId is { } store ? brands.FindStore(store)?.Code : null, c.Reason, new Money(c.HeldFen), c.RequestedBy,
                c.RequestedAt, c.DecidedBy, c.DecidedAt, c.Decision)),
        ];

        string? NumberOf(Guid? member) => member is { } id ? known.GetValueOrDefault(id) : null;
    }

    public async Task<CardChangeView> OfAsync(CardChange change, CancellationToken cancel) => (await OfAsync([change], cancel))[0];
}
