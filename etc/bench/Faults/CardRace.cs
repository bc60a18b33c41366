using System.Globalization;
using System.Text;
using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>Twenty callers at once, each charging all that a card holds, out of both its pockets. One may win.</summary>
internal sealed class CardRace(Shop shop, IReadOnlyList<byte[]> cards)
{
    /// <summary>How many won.</summary>
    public Task<int> RunAsync(int race)
    {
        var card = Encoding.UTF8.GetString(cards[race]);
        var paid = $"\"cards\":[\"{card}\"],\"amount\":{CardShop.LastMoney}";
        return Race.RunAsync(
            shop, Race.Callers,
            caller => new HttpMessage(
                "POST", $"{CardShop.Path}/charges", shop.OwnerAuthorization, string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"receiptNo":"race-{{race}}-{{caller}}","storeCode":"{{Shop.Store}}",{{paid}} }""")));
    }
}
