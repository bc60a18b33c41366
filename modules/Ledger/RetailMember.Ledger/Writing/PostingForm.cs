using System.Security.Cryptography;
using System.Text;

namespace RetailMember.Ledger.Writing;

/// <summary>What can be said of a posting before any account is read.</summary>
internal static class PostingForm
{
    private const int MaxKey = 100;
    private const int MaxText = 64;
    private const int MaxCounter = 32;

    /// <summary>The system account that a kind goes to or comes from.</summary>
    public static string CounterOf(PostingKind kind) => kind switch
    {
        PostingKind.Earn => "programme",
        PostingKind.Spend => "redemption",
        PostingKind.Expire => "expiry",
        PostingKind.Adjust => "adjustment",
        PostingKind.Open => "opening",
        PostingKind.Transfer => "transfer",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The code of what is wrong with the form; null when nothing is.</summary>
    public static string? Fault(Posting posting, IReadOnlyDictionary<string, LedgerUnit> units) => posting switch
    {
        { Amount: <= 0 or > Posting.MaxAmount } => LedgerRefusals.Amount,
        _ when HasBadText(posting) => LedgerRefusals.Malformed,
        _ when !units.ContainsKey(posting.Unit) => LedgerRefusals.UnknownUnit,
        Credit { Kind: not (PostingKind.Earn or PostingKind.Adjust or PostingKind.Open) } => LedgerRefusals.Kind,
        Debit { Kind: not (PostingKind.Spend or PostingKind.Adjust) } => LedgerRefusals.Kind,
        Credit credit when credit.ExpiresOn < (credit.StartsOn ?? credit.On) => LedgerRefusals.Dates,
        Reversal { GraceDays: < 0 } => LedgerRefusals.Dates,
        Transfer { LastingUntil: { } last } transfer when last < transfer.On => LedgerRefusals.Dates,
        Return back when back.To == back.Owner || back.To == Guid.Empty => LedgerRefusals.Malformed,
        Transfer transfer when transfer.To == transfer.Owner || transfer.To == Guid.Empty => LedgerRefusals.Malformed,
        _ => null,
    };

    /// <summary>A digest of everything that must be the same when a key comes again.</summary>
    public static byte[] HashOf(Posting posting)
    {
        var own = posting switch
        {
            Credit credit => FormattableString.Invariant(
                $"credit|{credit.Kind}|{credit.StartsOn:O}|{credit.ExpiresOn:O}|{credit.Counter}"),
            Debit debit => $"debit|{debit.Kind}|{debit.Shortage}|{debit.Counter}",
            Reversal reversal => FormattableString.Invariant(
                $"reversal|{reversal.Shortage}|{reversal.OnlyWhilePending}|{reversal.GraceDays}|{reversal.Reverses}"),
            Transfer transfer => Of(transfer),
            Return back => $"return|{back.To:N}|{back.Returns}",
            _ => throw new ArgumentOutOfRangeException(nameof(posting)),
        };
        var all = FormattableString.Invariant($"{posting.Owner:N}|{posting.Unit}|{posting.Amount}|{posting.On:O}|{own}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(all))[..16];
    }

    // As it was before there was a last day to ask for, so that keys of then are still known.
    private static string Of(Transfer transfer) => transfer.LastingUntil is { } last
        ? FormattableString.Invariant($"transfer|{transfer.To:N}|{last:O}")
        : $"transfer|{transfer.To:N}";

    private static bool HasBadText(Posting posting) =>
        string.IsNullOrWhiteSpace(posting.Key) || posting.Key.Length > MaxKey || posting.Owner == Guid.Empty
        || posting.Reason.Operator?.Length > MaxText || posting.Reason.Rule?.Length > MaxText
        || posting.Reason.Source?.Length > MaxText
        || posting is Credit { Counter.Length: > MaxCounter } or Debit { Counter.Length: > MaxCounter };
}
