using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Closings;

/// <summary>A request to give a card up, or what is owed of one that was given up.</summary>
/// <param name="MaskedNumber">Of the card.</param>
/// <param name="MemberNo">Its holder; left out: whoever carries it.</param>
/// <param name="OfReturn">A purchase was returned that the card had paid before it was given up.</param>
/// <param name="ReceiptNo">Of the purchase that was returned.</param>
/// <param name="StoreCode">Whose it is to decide; left out: the whole brand's.</param>
/// <param name="IdentityCheck">How the holder has proven who he is; empty: whoever pays asks him.</param>
/// <param name="PaidOut">Yuan of principal.</param>
/// <param name="Cancelled">Yuan of bonus.</param>
/// <param name="AccountName">In whose name the account is.</param>
/// <param name="AccountTail">The last digits of the account.</param>
/// <param name="PayoutReference">Number of the transfer.</param>
/// <param name="LacksIdentity">Whoever pays says how the holder has proven who he is.</param>
/// <param name="LacksAccount">Whoever pays says which account is the holder's.</param>
internal sealed record ClosingView(
    Guid Closing, Guid Card, string MaskedNumber, string? MemberNo, ClosingState State, bool OfReturn, string? ReceiptNo,
    string? StoreCode, string Reason, string IdentityCheck, PayoutWay Payout, string? AccountName, string? AccountTail,
    string? PayoutReference, Money PaidOut, Money Cancelled, string RequestedBy, DateTime RequestedAt,
    string? DecidedBy, DateTime? DecidedAt, string? Decision, bool LacksIdentity, bool LacksAccount)
{
    public static ClosingView Of(CardClosing c, string number, string? memberNo, string? receiptNo, string? store) => new(
        c.Id, c.CardId, CardNumbers.Mask(number), memberNo, c.State, c.ReturnedBy is not null, receiptNo, store, c.Reason,
        c.Payout.IdentityCheck, c.Payout.Way, c.Payout.AccountName, c.Payout.AccountTail, c.Payout.Reference,
        new Money(c.PrincipalFen), new Money(c.BonusFen), c.RequestedBy, c.RequestedAt, c.DecidedBy, c.DecidedAt, c.Decision,
        c.Payout.LacksIdentity, c.Payout.LacksAccount);
}
