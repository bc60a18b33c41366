using RetailMember.StoredValue.Data;
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

    /// <summary>Pays so much out of it; the rest comes back.</summary>
    public void Capture(long fen, CardOccasion occasion)
    {
        var left = fen;
        List<PartOrder> orders = [];
        foreach (var (load, part) in Parts)
        {
            var taken = Math.Min(left, part.Frozen.TotalFen);
            left -= taken;
            orders.Add(new PartOrder(
                load, part.Frozen - part.Frozen.Split(taken, load.Terms.SpendRule), -part.Frozen, part.Id));
        }

        End(CardMoveKind.Captured, HoldState.Captured, occasion, orders);
        Hold.CapturedFen = fen;
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
