using RetailMember.Ledger;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Value;

/// <summary>What the journal's parts are in the ledger: one posting per pocket and part, under keys made of the part's.</summary>
internal static class LedgerWords
{
    private const int LongestSource = 64;

    /// <summary>In the order in which they must be posted.</summary>
    public static IEnumerable<Posting> PostingsOf(CardMove move, CardMovePart part) =>
        PostingsOf(move, part, StoredValueUnits.Principal, p => p.PrincipalFen)
            .Concat(PostingsOf(move, part, StoredValueUnits.Bonus, p => p.BonusFen));

    private static IEnumerable<Posting> PostingsOf(CardMove move, CardMovePart part, string unit, Func<Pockets, long> of)
    {
        var (available, frozen, whole) = (of(part.Available), of(part.Frozen), of(part.Whole));
        var key = KeyOf(part.Id, unit);
        var reason = new PostingReason
        {
            StoreId = move.StoreId,
            Operator = move.Operator,
            Rule = move.Kind.ToString(),
            Source = move.Reference.Length <= LongestSource ? move.Reference : move.Reference[..LongestSource],
        };
        switch (move.Kind)
        {
            case CardMoveKind.Held when available != 0:
                yield return new Transfer
                {
                    Key = key, Owner = part.LoadId, To = part.Id, Unit = unit, Amount = -available, On = move.On, Reason = reason,
                };
                break;
            case CardMoveKind.Captured or CardMoveKind.Released or CardMoveKind.HoldExpired when frozen != 0:
                var held = part.ReversesId!.Value;
                yield return new Return
                {
                    Key = key + "<", Owner = held, To = part.LoadId, Returns = KeyOf(held, unit), Unit = unit, Amount = -frozen,
                    On = move.On, Reason = reason,
                };
                if (whole != 0)
                    yield return Taken(PostingKind.Spend, -whole);
                break;
            case CardMoveKind.Loaded when available != 0:
                yield return new Credit
                {
                    Key = key, Owner = part.LoadId, Unit = unit, Amount = available, On = move.On, Kind = PostingKind.Earn,
                    Reason = reason,
                };
                break;
            case CardMoveKind.Refunded or CardMoveKind.Extended when available != 0:
                yield return new Reversal
                {
                    Key = key, Owner = part.LoadId, Unit = unit, Amount = available, On = move.On,
                    Reverses = KeyOf(part.ReversesId!.Value, unit), Reason = reason,
                };
                break;
            case CardMoveKind.Charged when available != 0:
                yield return Taken(PostingKind.Spend, -available);
                break;
            case CardMoveKind.Expired or CardMoveKind.TakenBack or CardMoveKind.Closed when available != 0:
                yield return Taken(PostingKind.Adjust, -available);
                break;
        }

        Debit Taken(PostingKind kind, long fen) => new()
        {
            Key = key, Owner = part.LoadId, Unit = unit, Amount = fen, On = move.On, Kind = kind, Reason = reason,
        };
    }

    private static string KeyOf(Guid part, string unit) => $"card/{part:N}/{unit}";
}
