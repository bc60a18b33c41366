namespace RetailMember.StoredValue.Data;

/// <summary>How money goes back to somebody, where to, and how he has proven who he is.</summary>
internal sealed class Payout
{
    private const int Tail = 4;

    public PayoutWay Way { get; set; }

    /// <summary>How he has proven who he is; empty: nobody has asked him.</summary>
    public required string IdentityCheck { get; set; }

    /// <summary>In whose name the account is; sealed at rest. Null: no account is needed, or whoever pays asks for it.</summary>
    public string? AccountName { get; set; }

    /// <summary>Sealed at rest.</summary>
    public string? AccountNo { get; set; }

    /// <summary>Number of the transfer or of the reversal, as whoever paid has told it.</summary>
    public string? Reference { get; set; }

    /// <summary>Nobody has said yet who he is.</summary>
    public bool LacksIdentity => IdentityCheck.Length == 0;

    /// <summary>Nobody has said yet where it is paid to.</summary>
    public bool LacksAccount => Way == PayoutWay.BankAccount && AccountNo is null;

    /// <summary>The last digits of the account.</summary>
    public string? AccountTail => AccountNo is { Length: > Tail } no ? no[^Tail..] : AccountNo;
}

internal enum PayoutWay
{
    BankAccount,
    Cash,

    /// <summary>By the way in which it was paid: cash as cash, a card payment by its reversal. Only before it is on a card.</summary>
    AsPaid,
}
