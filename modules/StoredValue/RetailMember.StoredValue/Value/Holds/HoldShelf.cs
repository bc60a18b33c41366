using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>Holds of the current brand. Whatever changes one has locked its card.</summary>
internal sealed class HoldShelf(StoredValueDb db, IRows rows, CardBooks books)
{
    public CardHold Make(CardMove move, CardShare share, CallContext call, int hours)
    {
        var brand = call.RequiredBrand;
        var expiresAt = call.At.AddHours(hours);
        if (share.Parts.Min(p => p.Load.Row.ExpiresOn) is { } last)
        {
            var endOfLast = brand.UtcOf(last.AddDays(1).ToDateTime(TimeOnly.MinValue));
            if (endOfLast < expiresAt) expiresAt = endOfLast;
        }

        return new CardHold
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
            ExpiresAt = expiresAt,
        };
    }

    public Task AddAsync(CardHold hold, CancellationToken cancel) => rows.InsertAsync([hold], cancel);

    /// <summary>A hold with its card locked; refused where the brand has none of this key.</summary>
    public async Task<OpenHold> OpenAsync(Guid id, CancellationToken cancel)
    {
        var card = await db.CardHolds.AsNoTracking().Where(h => h.Id == id).Select(h => h.CardId).SingleOrDefaultAsync(cancel);
        var parts = await db.CardMoveParts.AsNoTracking().Where(p => p.MoveId == id).ToListAsync(cancel);
        var book = await books.OpenAsync([card], [.. parts.Select(p => p.LoadId)], cancel);
        // Read again under the lock: it may have ended meanwhile.
        var hold = await db.CardHolds.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancel)
            ?? throw new Refusal("storedvalue.hold-not-found", RefusalKind.NotFound);
        var open = book.Find(card)!;
        var held = parts.Select(p => new HeldPart(open.Loads.Single(l => l.Row.Id == p.LoadId), p));
        return new OpenHold(hold, book, open, [.. held.InSpendingOrder(p => p.Load)]);
    }

    /// <summary>Writes how a hold has ended, together with what moved.</summary>
    public async Task SaveAsync(OpenHold open, CancellationToken cancel)
    {
        await open.Book.SaveAsync(cancel);
        await rows.UpdateAsync([open.Hold], CardHold.Ending, cancel);
    }
}
