using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>Holds of the current brand. Whatever changes one has locked its card.</summary>
internal sealed class HoldShelf(StoredValueDb db, IRows rows, CardBooks books, ISettings settings)
{
    public const string HoursSetting = "StoredValue.HoldHours";

    public CardHold Make(CardMove move, CardShare share, CallContext call) => new()
    {
        Id = move.Id,
        BrandId = move.BrandId,
        CardId = move.CardId,
        Reference = move.Reference,
        StoreId = move.StoreId,
        Operator = move.Operator,
        PrincipalFen = move.FrozenPrincipalFen,
        BonusFen = move.FrozenBonusFen,
        At = call.At,
        ExpiresAt = EndOf([.. share.Parts.Select(p => p.Load)], call),
    };

    /// <summary>Until when a hold that begins or is raised now keeps these loads, UTC: never longer than they last.</summary>
    public DateTime EndOf(IReadOnlyCollection<OpenLoad> loads, CallContext call)
    {
        var brand = call.RequiredBrand;
        var end = call.At.AddHours((int)settings.WholeNumber(HoursSetting, brand.Id));
        if (loads.Min(l => l.Row.ExpiresOn) is not { } last) return end;
        var endOfLast = brand.UtcOf(last.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return endOfLast < end ? endOfLast : end;
    }

    public Task AddAsync(CardHold hold, CancellationToken cancel) => rows.InsertAsync([hold], cancel);

    /// <summary>A hold with its card locked; refused where the brand has none of this key.</summary>
    public async Task<OpenHold> OpenAsync(Guid id, CancellationToken cancel)
    {
        var card = await db.CardHolds.AsNoTracking().Where(h => h.Id == id).Select(h => h.CardId).SingleOrDefaultAsync(cancel);
        // What it keeps grows: read under the card's lock.
        await rows.LockAsync<Card, Guid>(c => c.Id, [card], cancel);
        var parts = await KeptBy(id).ToListAsync(cancel);
        var book = await books.OpenAsync([card], [.. parts.Select(p => p.LoadId)], cancel);
        var hold = await db.CardHolds.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancel)
            ?? throw new Refusal("storedvalue.hold-not-found", RefusalKind.NotFound);
        var open = book.Find(card)!;
        var held = parts.Select(p => new HeldPart(open.Loads.Single(l => l.Row.Id == p.LoadId), p));
        return new OpenHold(hold, book, open, [.. held.InSpendingOrder(p => p.Load)]);
    }

    /// <summary>Writes how a hold was raised or has ended, together with what moved.</summary>
    public async Task SaveAsync(OpenHold open, CancellationToken cancel)
    {
        await open.Book.SaveAsync(cancel);
        await rows.UpdateAsync([open.Hold], CardHold.Changing, cancel);
    }

    private IQueryable<CardMovePart> KeptBy(Guid hold) =>
        from part in db.CardMoveParts.AsNoTracking()
        join move in db.CardMoves on part.MoveId equals move.Id
        where move.Kind == CardMoveKind.Held && (move.Id == hold || move.BillId == hold)
        orderby move.No
        select part;
}
