using RetailMember.StoredValue.Commissions.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions;

/// <summary>A commission line as staff reads it.</summary>
/// <param name="SaleNo">The sale's number; of assessment pay left out.</param>
/// <param name="Seller">User name.</param>
/// <param name="Amount">Yuan; negative: taken back.</param>
/// <param name="ReckonedFrom">Yuan.</param>
/// <param name="PayableOn">Business date from which it is payable.</param>
/// <param name="SettlementNo">Number of the settlement that pays it.</param>
/// <param name="Month">First day of the month that assessment pay is for.</param>
internal sealed record CommissionLineView(
    Guid CommissionLine,
    long? SaleNo,
    string? StoreCode,
    string Seller,
    CommissionKind Kind,
    CommissionState State,
    Money Amount,
    Money ReckonedFrom,
    int PerMille,
    int RuleVersion,
    string? Campaign,
    DateOnly BusinessDate,
    DateOnly PayableOn,
    long? SettlementNo,
    DateOnly? Month)
{
    public static CommissionLineView Of(CommissionLine l, string? store) => new(
        l.Id, l.SaleId, store, l.Seller, l.Kind, l.State, new Money(l.Fen), new Money(l.BaseFen), l.PerMille, l.RuleVersion,
        l.Campaign, l.On, l.PayableOn, l.BatchId, l.Month);
}
