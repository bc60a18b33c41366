using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Closings;

/// <summary>A request to give a card up, or what is owed of one that was given up.</summary>
/// <param name="OfReturn">A purchase was returned that the card had paid before it was given up.</param>
/// <param name="StoreCode">Whose it is to decide; left out: the whole brand's.</param>
/// <param name="IdentityCheck">How the holder has proven who he is; empty: whoever pays asks him.</param>
/// <param name="PaidOut">Yuan of principal.</param>
/// <param name="Cancelled">Yuan of bonus.</param>
/// <param name="AccountName">In whose name the account is.</param>
/// <param name="AccountTail">The last digits of the account.</param>
/// <param name="LacksIdentity">Whoever pays says how the holder has proven who he is.</param>
/// <param name="LacksAccount">Whoever pays says which account is the holder's.</param>
internal sealed record ClosingView(
    Guid Closing, Guid Card, ClosingState State, bool OfReturn, string? StoreCode, string Reason, string IdentityCheck,
    PayoutWay Payout, string? AccountName, string? AccountTail, Money PaidOut, Money Cancelled, string RequestedBy,
    DateTime RequestedAt, string? DecidedBy, DateTime? DecidedAt, string? Decision, bool LacksIdentity, bool LacksAccount)
{
    private const int Tail = 4;

    public static ClosingView Of(CardClosing c, IBrandDirectory brands) => new(
        c.Id, c.CardId, c.State, c.ReturnedBy is not null,
        c.StoreId is { } store ? brands.FindStore(store)?.Code : null, c.Reason, c.IdentityCheck, c.Payout, c.AccountName,
        c.AccountNo is { Length: > Tail } no ? no[^Tail..] : c.AccountNo, new Money(c.PrincipalFen), new Money(c.BonusFen),
        c.RequestedBy, c.RequestedAt, c.DecidedBy, c.DecidedAt, c.Decision, c.LacksIdentity,
        c.LacksAccount);
}
