using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Writes sales down, whoever asks for them: judged by the terms of the card type in force, and weighed by what the law says.
/// </summary>
internal sealed class SaleDrafts(StoredValueDb db, IRows rows, Sequences sequences, GuardRails law)
{
    public async Task<DraftedSale> WriteAsync(SaleOrder order, CallContext call, CancellationToken cancel)
    {
        var bonus = order.Type.Terms.BonusOf(order.Principal.Fen);
        var planned = new PlannedLoad(order.Card, order.Member, order.Card is null, order.Principal.Fen, bonus);
        if (LoadRules.Fault(planned, order.Type.Terms) is { } no) throw no;
        if (order.Card is { } reloaded) await ClosingRules.RequireNoneAsync(db, reloaded.Id, cancel);
        var sale = new CardSale
        {
            Id = (await sequences.TakeAsync<CardSale>(1, cancel))[0],
            BrandId = call.RequiredBrand.Id,
            StoreId = order.Store.Id,
            Kind = order.Card is null ? SaleKind.Card : SaleKind.Reload,
            CardType = order.Type.Code,
            TypeVersion = order.Type.Number,
            CardId = order.Card?.Id,
            MemberId = order.Member,
            ForCompany = order.ForCompany,
            SellerId = order.Seller?.Id,
            Seller = order.Seller?.UserName,
            Attribution = order.Why,
            Channel = order.Channel,
            PrincipalFen = order.Principal.Fen,
            BonusFen = bonus,
            Tender = order.Tender,
            TenderReference = order.TenderReference,
            AskedPerMille = order.AskedPerMille,
            AskedWhy = order.AskedPerMille is null ? null : order.AskedWhy,
            Decision = order.AskedPerMille is null ? BonusDecision.NotAsked : BonusDecision.Waits,
            DraftedBy = call.Caller.Name,
            DraftedById = call.Caller.Kind == CallerKind.Person ? call.Caller.Id : null,
            DraftedAt = call.At,
        };
        var warnings = law.OfSale(sale.AtLaw(order.Type.Terms.Named, order.Card), sale.BrandId);
        await rows.InsertAsync([sale], cancel);
        return new DraftedSale(sale, warnings);
    }
}

/// <summary>What somebody wants to buy.</summary>
/// <param name="Card">The card that is reloaded; null: a new one.</param>
/// <param name="Member">Who buys.</param>
/// <param name="Seller">Who is credited; null: the store.</param>
/// <param name="Principal">Yuan that are to be paid.</param>
internal sealed record SaleOrder(
    KnownCardType Type, Card? Card, Guid? Member, StaffPerson? Seller, Attribution Why, Store Store, Money Principal, SaleTender Tender)
{
    public string? TenderReference { get; init; }

    public bool ForCompany { get; init; }

    /// <summary>Code of the sales channel; null: nobody named one.</summary>
    public string? Channel { get; init; }

    /// <summary>A bonus above the band's.</summary>
    public int? AskedPerMille { get; init; }

    public string? AskedWhy { get; init; }
}

/// <param name="Warnings">What the law says against it.</param>
internal sealed record DraftedSale(CardSale Sale, IReadOnlyList<LawWarning> Warnings);

internal static class SalesAtLaw
{
    /// <summary>A sale as the law looks at it, as it stands.</summary>
    public static SaleAtLaw AtLaw(this CardSale sale, bool named, Card? reloaded) => new(
        named, sale.MemberId is not null, sale.ForCompany, sale.Tender, sale.PrincipalFen, sale.BonusFen, reloaded);
}
