namespace RetailMember.Ledger;

/// <summary>
/// One movement that is asked of the ledger: a <see cref="Credit"/>, <see cref="Debit"/>, <see cref="Reversal"/> or
/// <see cref="Transfer"/>. Belongs to the session's current brand.
/// </summary>
public abstract record Posting
{
    /// <summary>The largest amount that one posting may move.</summary>
    public const long MaxAmount = 1_000_000_000_000;

    /// <summary>
    /// The business key, at most 100 characters, unique in the brand for ever. The same key with the same inputs
    /// returns the first outcome; with other inputs it is refused.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Whose account moves: a member, a card.</summary>
    public required Guid Owner { get; init; }

    /// <summary>The code of a declared <see cref="LedgerUnit"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>How much, in the unit's smallest part (whole points, fen): above zero, at most <see cref="MaxAmount"/>.</summary>
    public required long Amount { get; init; }

    /// <summary>The business date in the brand's time zone.</summary>
    public required DateOnly On { get; init; }

    /// <summary>
    /// Postings of one call with the same number stand or fall together: when one is refused, none of them is posted.
    /// Null stands alone.
    /// </summary>
    public int? Group { get; init; }

    /// <summary>Where it happened, who did it, which rule said so. Not part of the inputs that a key is compared by.</summary>
    public PostingReason Reason { get; init; } = PostingReason.None;
}

/// <summary>Adds to an account; in a unit that keeps lots, opens a lot.</summary>
public sealed record Credit : Posting
{
    /// <summary>Why: <see cref="PostingKind.Earn"/>, <see cref="PostingKind.Adjust"/> or <see cref="PostingKind.Open"/>.</summary>
    public required PostingKind Kind { get; init; }

    /// <summary>The first day on which the lot can be used; until then it is pending. Null: at once.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day on which the lot can be used. Null: for ever.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>The system account on the other side; null takes the kind's own.</summary>
    public string? Counter { get; init; }
}

/// <summary>Takes from an account, from the lots that can be used on the day, first-to-expire first.</summary>
public sealed record Debit : Posting
{
    /// <summary>Why: <see cref="PostingKind.Spend"/> or <see cref="PostingKind.Adjust"/>.</summary>
    public required PostingKind Kind { get; init; }

    /// <summary>What happens when less is there than is asked for.</summary>
    public Shortage Shortage { get; init; } = Shortage.Refuse;

    /// <summary>The system account on the other side; null takes the kind's own.</summary>
    public string? Counter { get; init; }
}

/// <summary>
/// Undoes an earlier posting of the same account, wholly or in part; all reversals of a posting together never ask for
/// more than it moved. Of a debit, it restores exactly the lots that were taken, the last taken first. Of a
/// credit, it takes its own lot first, then, by <see cref="Shortage"/>, from others; what expired of the lot is gone
/// already and is not taken again.
/// </summary>
public sealed record Reversal : Posting
{
    /// <summary>The <see cref="Posting.Key"/> of what is undone: any posting but a transfer, which is undone by a transfer back.</summary>
    public required string Reverses { get; init; }

    /// <summary>Taking a credit back: what happens when it was spent.</summary>
    public Shortage Shortage { get; init; } = Shortage.Overdraw;

    /// <summary>Taking a credit back: only while its lot is pending, and from that lot alone.</summary>
    public bool OnlyWhilePending { get; init; }

    /// <summary>
    /// Giving a debit back: what came from lots that have lapsed by now returns as a lot whose last valid day is this
    /// many days after <see cref="Posting.On"/>. Null returns it to the lapsed lots.
    /// </summary>
    public int? GraceDays { get; init; }
}

/// <summary>Moves an amount to another owner; what arrives keeps the days of the lots that it came from.</summary>
public sealed record Transfer : Posting
{
    /// <summary>Who receives.</summary>
    public required Guid To { get; init; }

    /// <summary>Takes only lots whose last valid day is this one or later; null: all that can be used on the day.</summary>
    public DateOnly? LastingUntil { get; init; }

    /// <summary>The key of the n-th posting (from 1) on the receiver's account: one per lot that was taken.</summary>
    public static string ReceiptKey(string key, int n) => $"{key}>{n}";
}

/// <summary>
/// Undoes a transfer wholly or in part: what the lots that it opened still hold goes back into the lots that they came
/// from, with the days that these have. Other lots of the receiver are not touched. <see cref="Posting.Owner"/> received.
/// </summary>
public sealed record Return : Posting
{
    /// <summary>Who gave, and gets it back.</summary>
    public required Guid To { get; init; }

    /// <summary>The <see cref="Posting.Key"/> of the transfer; all returns of it together are never more than it moved.</summary>
    public required string Returns { get; init; }
}

/// <summary>What a debit does when less is there than it asks for.</summary>
public enum Shortage
{
    /// <summary>It is refused.</summary>
    Refuse = 0,

    /// <summary>It takes what is there, which may be nothing.</summary>
    TakeWhatIsThere = 1,

    /// <summary>It takes all and leaves a hole, which later credits fill first.</summary>
    Overdraw = 2,
}

/// <summary>What a posting says about itself to whoever asks 'why is it this number?'.</summary>
public sealed record PostingReason
{
    /// <summary>A posting that has nothing to say.</summary>
    public static PostingReason None { get; } = new();

    /// <summary>The store where it happened.</summary>
    public int? StoreId { get; init; }

    /// <summary>Who did it: a person, a till, a job. At most 64 characters.</summary>
    public string? Operator { get; init; }

    /// <summary>The rule that made the number. At most 64 characters.</summary>
    public string? Rule { get; init; }

    /// <summary>The version of the rule.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>What it belongs to, such as a purchase. At most 64 characters.</summary>
    public string? Source { get; init; }

    /// <summary>The explanation with its inputs: compact JSON.</summary>
    public string? Why { get; init; }
}
