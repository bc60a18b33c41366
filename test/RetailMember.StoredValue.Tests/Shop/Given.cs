using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.Values;

namespace RetailMember.StoredValue.Tests.Shop;

/// <summary>What tests begin with.</summary>
internal static class Given
{
    public static string Key() => Guid.CreateVersion7().ToString("N");

    public static Money Yuan(decimal yuan) => Money.FromYuan(yuan);

    public static Pockets Pockets(decimal principal, decimal bonus) => new((long)(principal * 100), (long)(bonus * 100));

    /// <summary>The restaurant's card: from 5,000, ten per cent on top, more than that from 50,000 with approval.</summary>
    public static CardTypeTerms Restaurant => new()
    {
        Name = new LocalName("储值卡", "Prepaid card"),
        Form = CardForm.Physical,
        Named = false,
        MinimumLoad = Yuan(5_000m),
        Bands = [new(Yuan(5_000m), Yuan(50_000m), 100), new(Yuan(50_000m), null, 100, MayFloat: true)],
        Examples = [new CardTypeExample("充五千送五百", Yuan(5_000m), null, CardTypeExampleResult.Of(Pockets(5_000m, 500m)))],
    };

    /// <summary>Any load, nothing on top.</summary>
    public static CardTypeTerms Plain => Restaurant with
    {
        MinimumLoad = Yuan(0.01m),
        Bands = [],
        Examples = [new CardTypeExample("充一元", Yuan(1m), null, CardTypeExampleResult.Of(Pockets(1m, 0)))],
    };

    /// <summary>A card type in force; its code.</summary>
    public static async Task<string> TypeAsync(this CardShop shop, CardTypeTerms terms, Brand? brand = null)
    {
        var code = "t" + Key();
        await shop.Do(new EditCardType.Input(code, terms), brand);
        await shop.Do(new ActivateCardType.Input(code), brand);
        return code;
    }

    /// <summary>An active card with one load of these pockets.</summary>
    public static async Task<Card> CardAsync(
        this CardShop shop, CardTypeTerms terms, Pockets loaded, Guid? member = null, Brand? brand = null)
    {
        var type = await shop.TypeAsync(terms, brand);
        var card = await shop.EmptyCardAsync(type, member, brand);
        if (loaded.TotalFen > 0)
            await shop.LoadAsync(
                card.Id, loaded, o => o with { Kind = loaded.PrincipalFen > 0 ? LoadKind.First : LoadKind.Gift }, brand);
        return card;
    }

    public static Task<Card> EmptyCardAsync(this CardShop shop, string type, Guid? member = null, Brand? brand = null) =>
        shop.InTables(
            async scope =>
            {
                var known = await scope.GetRequiredService<CardTypeShelf>()
                    .InForceAsync(type, shop.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
                return await scope.GetRequiredService<CardIssuing>()
                    .IssueAsync(known, member, seller: null, shop.Occasion(brand), CancellationToken.None);
            },
            brand);

    /// <summary>All that is left of a load comes off its card; what that was.</summary>
    public static Task<Pockets> TakeBackAsync(this CardShop shop, Guid card, Guid load) => shop.InTables(async scope =>
    {
        var book = await scope.GetRequiredService<CardBooks>().OpenAsync([card], [load], CancellationToken.None);
        var taken = CardPayout.TakeBack(book, book.Find(card)!, load, shop.Occasion(), "test");
        await book.SaveAsync(CancellationToken.None);
        return taken;
    });

    public static Task<CardLoad> LoadAsync(
        this CardShop shop, Guid card, Pockets pockets, Func<LoadOrder, LoadOrder>? with = null, Brand? brand = null) =>
        shop.InTables(
            scope =>
            {
                var order = new LoadOrder(
                    card, Key(), pockets.PrincipalFen, pockets.BonusFen, LoadKind.Reload, shop.Occasion(brand), "test");
                return scope.GetRequiredService<CardLoading>().LoadAsync(with?.Invoke(order) ?? order, CancellationToken.None);
            },
            brand);

    public static CardOccasion Occasion(this CardShop shop, Brand? brand = null)
    {
        var now = shop.Clock.GetUtcNow().UtcDateTime;
        return (brand ?? CardShop.Hotel) == CardShop.Hotel
            ? new CardOccasion(now, CardShop.Hotel.DateOf(now), "house", 11, "s1")
            : new CardOccasion(now, CardShop.Tea.DateOf(now), "house", 21, "s1");
    }

    public static Task<Card> ReadAsync(this CardShop shop, Guid card) => shop.InTables(async scope =>
        await scope.GetRequiredService<StoredValueDb>().Cards.FindAsync([card]) ?? throw new InvalidOperationException());
}
