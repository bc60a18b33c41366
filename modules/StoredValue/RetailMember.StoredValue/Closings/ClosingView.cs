using RetailMember.StoredValue.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Closings;

/// <summary>A request to give a card up.</summary>
/// <param name="IdentityCheck">How the holder has proven who he is.</param>
/// <param name="PaidOut">Yuan of principal: as it stands; once approved, what is paid.</param>
/// <param name="Cancelled">Yuan of bonus.</param>
/// <param name="AccountName">In whose name the account is.</param>
/// <param name="AccountTail">The last digits of the account.</param>
internal sealed record ClosingView(
    Guid Closing, Guid Card, ClosingState State, string Reason, string IdentityCheck, PayoutWay Payout, string? AccountName,
    string? AccountTail, Money PaidOut, Money Cancelled, string RequestedBy, DateTime RequestedAt, string? DecidedBy,
    DateTime? DecidedAt, string? Decision)
{
    private const int Tail = 4;

    public static ClosingView Of(CardClosing c) => new(
        c.Id, c.CardId, c.State, c.Reason, c.IdentityCheck, c.Payout, c.AccountName,
        c.AccountNo is { Length: > Tail } no ? no[^Tail..] : c.AccountNo, new Money(c.PrincipalFen), new Money(c.BonusFen),
        c.RequestedBy, c.RequestedAt, c.DecidedBy, c.DecidedAt, c.Decision);
}
