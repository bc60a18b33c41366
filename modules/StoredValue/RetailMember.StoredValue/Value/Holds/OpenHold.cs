using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>A hold whose card is locked.</summary>
internal sealed record OpenHold(CardHold Hold, CardBook Book, OpenCard Card, IReadOnlyList<HeldPart> Parts)
{
    public void RequireOpen(DateTime now)
    {
        if (Hold.State == HoldState.Expired || (Hold.State == HoldState.Open && Hold.ExpiresAt <= now))
            throw new Refusal("storedvalue.hold-expired", RefusalKind.Conflict);
        if (Hold.State != HoldState.Open) throw new Refusal("storedvalue.hold-ended", RefusalKind.Conflict);
    }

    /// <summary>Pays a bill out of it, as a charge would at this store; the rest comes back. Refuses what it cannot pay for.</summary>
    public void Capture(IReadOnlyList<BillLine> lines, CardOccasion occasion)
    {
        var bill = new OpenBill(lines);
        var asked = bill.LeftFen;
        var share = bill.Pay(
            Card, Parts.Where(p => p.Load.Terms.CountsAt(occasion.StoreCode)).Select(p => new Purse(p.Load, p.Part.Frozen)), asked);
        if (share.TotalFen < asked) throw CardRefusals.Short(asked, share.TotalFen, Hold.TotalFen);
        var paid = share.Parts.ToDictionary(p => p.Load, p => p.Available);
        End(
            CardMoveKind.Captured, HoldState.Captured, occasion,
            [.. Parts.Select(p => new PartOrder(p.Load, p.Part.Frozen + paid.GetValueOrDefault(p.Load), -p.Part.Frozen, p.Part.Id))]);
        Hold.CapturedFen = asked;
    }

    /// <summary>All of it comes back.</summary>
    public void Release(HoldState state, CardOccasion occasion) => End(
        state == HoldState.Expired ? CardMoveKind.HoldExpired : CardMoveKind.Released, state, occasion,
        [.. Parts.Select(p => new PartOrder(p.Load, p.Part.Frozen, -p.Part.Frozen, p.Part.Id))]);

    private void End(CardMoveKind kind, HoldState state, CardOccasion occasion, IReadOnlyCollection<PartOrder> orders)
    {
        Book.Add(Card, new MoveOrder(kind, occasion, Hold.Reference) { BillId = Hold.Id, HoldId = Hold.Id }, orders);
        (Hold.State, Hold.EndedAt) = (state, occasion.At);
    }
}

/// <summary>What a hold keeps of one load.</summary>
internal sealed record HeldPart(OpenLoad Load, CardMovePart Part);
