using System.Globalization;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Puts on a card what was paid for it, with the bonus that was told or approved, and makes the card where it is a new one.
/// The sale is held by the caller.
/// </summary>
internal sealed class SaleLoading(
    SaleBook book, CardTypeShelf types, CardIssuing issuing, CardLoading loading, SaleDelivery delivery)
{
    private const string Prefix = "sale/";

    /// <summary>Refused before anything is written where the card takes no load.</summary>
    public async Task LoadAsync(CardSale sale, CallContext call, CancellationToken cancel)
    {
        var occasion = CardOccasion.Of(book.At(sale, call));
        var type = await types.InForceAsync(sale.CardType, call.At, cancel);
        sale.CardId ??= (await issuing.IssueAsync(type, sale.MemberId, seller: null, occasion, cancel)).Id;
        var load = await loading.LoadAsync(
            new LoadOrder(sale.CardId.Value, KeyOf(sale), sale.PrincipalFen, sale.BonusFen, KindOf(sale), occasion, KeyOf(sale))
            {
                Seller = sale.SellerId,
                PaidBy = sale.MemberId,
            }, cancel);
        sale.State = SaleState.Loaded;
        (sale.LoadedBy, sale.LoadedAt, sale.LoadedOn, sale.LoadId) = (call.Caller.Name, call.At, occasion.On, load.Id);
        if (sale.Kind == SaleKind.Reload) await delivery.DeliverAsync(sale, call, cancel);
    }

    /// <summary>The number of the sale to whose load a reference belongs; null: to none.</summary>
    public static string? SaleOf(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) ? reference[Prefix.Length..] : null;

    private static string KeyOf(CardSale sale) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{sale.Id}");

    private static LoadKind KindOf(CardSale sale) => sale switch
    {
        { Tender: SaleTender.Online } => LoadKind.Online,
        { Kind: SaleKind.Card } => LoadKind.First,
        _ => LoadKind.Reload,
    };
}
