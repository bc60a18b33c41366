using RetailMember.StoredValue.Sales.Data;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>A sale as staff reads it.</summary>
/// <param name="SaleNo">Its number.</param>
/// <param name="CardTypeName">What people call the type; left out while none of its versions was in force.</param>
/// <param name="Seller">User name; left out: the store is credited.</param>
/// <param name="SalesChannel">Code of the channel by which the customer came; left out: nobody named one.</param>
/// <param name="SalesChannelName">What people call it.</param>
/// <param name="Principal">Yuan that are paid.</param>
/// <param name="Bonus">Yuan on top.</param>
/// <param name="Refunded">Yuan of the principal that the customer got back.</param>
/// <param name="DraftedAt">UTC.</param>
/// <param name="DeliveredOn">Business date.</param>
/// <param name="AskedPerMille">A bonus that needs approval.</param>
internal sealed record SaleView(
    long SaleNo,
    string? StoreCode,
    SaleKind Kind,
    SaleState State,
    string CardType,
    LocalName? CardTypeName,
    Guid? Card,
    string? MemberNo,
    string? Seller,
    Attribution Attribution,
    string? SalesChannel,
    LocalName? SalesChannelName,
    Money Principal,
    Money Bonus,
    Money Refunded,
    SaleTender PaymentMethod,
    string? TenderReference,
    string? PaymentReference,
    int? AskedPerMille,
    string? AskedWhy,
    BonusDecision Decision,
    string? DecidedBy,
    string? DecidedWhy,
    string DraftedBy,
    DateTime DraftedAt,
    string? PaidBy,
    DateTime? PaidAt,
    DateOnly? PaidOn,
    string? LoadedBy,
    DateTime? LoadedAt,
    string? DeliveredBy,
    DateOnly? DeliveredOn,
    string? EndedBy,
    DateTime? EndedAt,
    string? EndedWhy,
    string? Campaign,
    string? FormerSeller,
    string? CorrectedBy,
    string? CorrectedWhy,
    DateTime? CorrectedAt)
{
    public static SaleView Of(CardSale s, string? store, string? memberNo, LocalName? typeName, LocalName? channelName) => new(
        s.Id, store, s.Kind, s.State, s.CardType, typeName, s.CardId, memberNo, s.Seller, s.Attribution, s.Channel, channelName,
        new Money(s.PrincipalFen), new Money(s.BonusFen), new Money(s.RefundedFen), s.Tender, s.TenderReference,
        s.PaymentReference, s.AskedPerMille, s.AskedWhy, s.Decision, s.DecidedBy, s.DecidedWhy, s.DraftedBy, s.DraftedAt,
        s.PaidBy, s.PaidAt, s.PaidOn, s.LoadedBy, s.LoadedAt, s.DeliveredBy, s.DeliveredOn, s.EndedBy, s.EndedAt, s.EndedWhy,
        s.Campaign, s.FormerSeller, s.CorrectedBy, s.CorrectedWhy, s.CorrectedAt);
}
