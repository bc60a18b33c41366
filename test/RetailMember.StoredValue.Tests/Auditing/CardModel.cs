using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Tests.Auditing;

/// <summary>
/// What a card should hold by what was asked of it and accepted, and by nothing that the program has written down: a plain
/// account of fen. What lapses by the calendar is told to it by the load's last day.
/// </summary>
internal sealed class CardModel
{
    private readonly Dictionary<Guid, (long Paid, long Back)> bills = [];
    private readonly Dictionary<Guid, long> holds = [];
    private long principal;
    private long bonus;
    private long paid;
    private long lapsed;

    /// <summary>Fen that can be spent or are held.</summary>
    public long TotalFen => principal + bonus - paid - lapsed;

    public long HeldFen => holds.Values.Sum();

    public long LoadedPrincipalFen => principal;

    public void Load(Pockets pockets) => (principal, bonus) = (principal + pockets.PrincipalFen, bonus + pockets.BonusFen);

    public void Charge(Guid bill, long fen)
    {
        bills[bill] = (fen, 0);
        paid += fen;
    }

    /// <summary>Whether so much of a bill can be given back.</summary>
    public bool MayRefund(Guid bill, long fen) => bills[bill].Back + fen <= bills[bill].Paid;

    public void Refund(Guid bill, long fen)
    {
        bills[bill] = (bills[bill].Paid, bills[bill].Back + fen);
        paid -= fen;
    }

    public void Hold(Guid hold, long fen) => holds[hold] = fen;

    public void Raise(Guid hold, long fen) => holds[hold] += fen;

    public void Capture(Guid hold, long fen)
    {
        holds.Remove(hold);
        Charge(hold, fen);
    }

    public void Release(Guid hold) => holds.Remove(hold);

    public void ReleaseAll() => holds.Clear();

    /// <summary>What left the card for good: taken back, or paid out when it was closed.</summary>
    public void TakeOff(long fen) => paid += fen;

    public void Lapse(long fen) => lapsed += fen;

    public void Revive() => lapsed = 0;
}
