using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>A hold whose card is locked.</summary>
internal sealed record OpenHold(CardHold Hold, CardBook Book, OpenCard Card, IReadOnlyList<HeldPart> Parts)
{
    public bool IsOpenAt(DateTime now) => Hold.State == HoldState.Open && Hold.ExpiresAt > now;

    public void RequireUnpaid()
    {
        if (Hold.State == HoldState.Captured) throw new Refusal("storedvalue.hold-ended", RefusalKind.Conflict);
    }

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
        var kept = Parts.Where(p => p.Load.Terms.CountsAt(occasion.StoreCode)).GroupBy(p => p.Load);
        var share = bill.Pay(
            Card, kept.Select(g => new Purse(g.Key, g.Aggregate(Pockets.None, (sum, p) => sum + p.Part.Frozen))), asked);
        if (share.TotalFen < asked) throw CardRefusals.Short(asked, share.TotalFen, Hold.TotalFen);
        var paid = share.Parts.ToDictionary(p => p.Load, p => -p.Available);
        End(CardMoveKind.Captured, HoldState.Captured, occasion, [.. Parts.Select(p => Pay(p, paid))]);
        Hold.CapturedFen = asked;
    }

    /// <summary>More was set aside for it; what it keeps is read anew to end it.</summary>
    public void Raise(CardMove more, DateTime expiresAt)
    {
        Hold.PrincipalFen += more.FrozenPrincipalFen;
        Hold.BonusFen += more.FrozenBonusFen;
        Hold.ExpiresAt = expiresAt;
    }

    /// <summary>All of it comes back.</summary>
    public void Release(HoldState state, CardOccasion occasion) => End(
        state == HoldState.Expired ? CardMoveKind.HoldExpired : CardMoveKind.Released, state, occasion,
        [.. Parts.Select(p => new PartOrder(p.Load, p.Part.Frozen, -p.Part.Frozen, p.Part.Id))]);

    /// <summary>What one part pays of what its load pays; of a load of which a raised hold keeps several, the first goes first.</summary>
    private static PartOrder Pay(HeldPart kept, Dictionary<OpenLoad, Pockets> paid)
    {
        var (has, left) = (kept.Part.Frozen, paid.GetValueOrDefault(kept.Load));
        var pays = new Pockets(Math.Min(has.PrincipalFen, left.PrincipalFen), Math.Min(has.BonusFen, left.BonusFen));
        paid[kept.Load] = left - pays;
        return new PartOrder(kept.Load, has - pays, -has, kept.Part.Id);
    }

    private void End(CardMoveKind kind, HoldState state, CardOccasion occasion, IReadOnlyCollection<PartOrder> orders)
    {
        Book.Add(Card, new MoveOrder(kind, occasion, Hold.Reference) { BillId = Hold.Id, HoldId = Hold.Id }, orders);
        (Hold.State, Hold.EndedAt) = (state, occasion.At);
    }
}

/// <summary>What a hold keeps of one load.</summary>
internal sealed record HeldPart(OpenLoad Load, CardMovePart Part);
