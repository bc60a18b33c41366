using RetailMember.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Data;

/// <summary>
/// A request to give a card up and pay out what is left of its principal; or, of a card that was given up before, to pay
/// out what came back to it since. What is decided is what was asked for: this amount, for this holder.
/// </summary>
internal sealed class CardClosing : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CardId { get; init; }

    /// <summary>The holder when it was asked for; null: whoever carries the card.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The move that took what came back off the closed card again; null: the card itself is given up.</summary>
    public Guid? ReturnedBy { get; init; }

    public ClosingState State { get; set; }

    public required string Reason { get; init; }

    /// <summary>How the holder has proven who he is; empty: whoever pays asks him.</summary>
    public required string IdentityCheck { get; set; }

    public PayoutWay Payout { get; init; }

    /// <summary>In whose name the account is; sealed at rest. Null: cash, or whoever pays asks for it.</summary>
    public string? AccountName { get; set; }

    /// <summary>Sealed at rest.</summary>
    public string? AccountNo { get; set; }

    /// <summary>Fen that are paid out.</summary>
    public long PrincipalFen { get; init; }

    /// <summary>Fen that are cancelled.</summary>
    public long BonusFen { get; init; }

    /// <summary>Where it was asked for, or else where the card was issued; null: at no store.</summary>
    public int? StoreId { get; init; }

    public required string RequestedBy { get; init; }

    public Guid? RequestedById { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; init; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public string? Decision { get; set; }

    public long Version { get; set; }

    /// <summary>Nobody has said yet who he is.</summary>
    public bool LacksIdentity => IdentityCheck.Length == 0;

    /// <summary>Nobody has said yet where it is paid to.</summary>
    public bool LacksAccount => Payout == PayoutWay.BankAccount && AccountNo is null;

    public Pockets Asked => new(PrincipalFen, BonusFen);
}

internal enum ClosingState
{
    Requested,
    Approved,
    Declined,
}

internal enum PayoutWay
{
    BankAccount,
    Cash,
}
