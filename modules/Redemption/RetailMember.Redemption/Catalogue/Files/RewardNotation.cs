using System.Globalization;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Redemption.Catalogue.Files;

/// <summary>
/// How a cell of a catalogue file writes what is a list: names <c>gold|diamond</c>, limits <c>month=2 ever=5</c>, prices
/// <c>gold-card=380 tiers=gold|diamond; big-receipt=1000 receipt=480.00</c>.
/// </summary>
internal static class RewardNotation
{
    private const char Between = '|';
    private const string Day = "yyyy-MM-dd";

    public static bool TryWord<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var one in Enum.GetValues<T>())
        {
            value = one;
            if (EnumCode.Of(one).Equals(text, StringComparison.OrdinalIgnoreCase)) return true;
        }

        value = default;
        return false;
    }

    public static string OfNames(IEnumerable<string> names) => string.Join(Between, names);

    public static string[] ToNames(string? cell) =>
        (cell ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string OfLimits(IEnumerable<RewardLimit> limits) =>
        string.Join(' ', limits.Select(l => string.Create(CultureInfo.InvariantCulture, $"{EnumCode.Of(l.Period)}={l.Most}")));

    /// <summary>Null for what cannot be read.</summary>
    public static IReadOnlyList<RewardLimit>? ToLimits(string? cell)
    {
        var limits = new List<RewardLimit>();
        foreach (var (key, value) in Pairs(cell ?? ""))
        {
            if (!TryWord<LimitPeriod>(key, out var period)
                || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return null;
            limits.Add(new RewardLimit(period, most));
        }

        return limits;
    }

    public static string OfPrices(IEnumerable<ConditionalPrice> prices) => string.Join("; ", prices.Select(OfPrice));

    /// <summary>Null for what cannot be read.</summary>
    public static IReadOnlyList<ConditionalPrice>? ToPrices(string? cell)
    {
        var prices = new List<ConditionalPrice>();
        foreach (var text in (cell ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ToPrice(text) is not { } price) return null;
            prices.Add(price);
        }

        return prices;
    }

    private static string OfPrice(ConditionalPrice price)
    {
        List<string> words = [string.Create(CultureInfo.InvariantCulture, $"{price.Code}={price.Points}")];
        if (price.Tiers.Count > 0) words.Add("tiers=" + OfNames(price.Tiers));
        if (price.Stores.Count > 0) words.Add("stores=" + OfNames(price.Stores));
        if (price.From is { } from) words.Add("from=" + from.ToString(Day, CultureInfo.InvariantCulture));
        if (price.To is { } to) words.Add("to=" + to.ToString(Day, CultureInfo.InvariantCulture));
        if (price.ReceiptOfToday is { } receipt) words.Add($"receipt={receipt}");
        if (price.Condition is { } condition) words.Add("condition=" + condition);
        return string.Join(' ', words);
    }

    private static ConditionalPrice? ToPrice(string text)
    {
        ConditionalPrice? price = null;
        foreach (var (key, value) in Pairs(text))
        {
            if (price is null)
            {
                if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var points)) return null;
                price = new ConditionalPrice { Code = key, Points = points };
            }
            else if (With(price, key, value) is { } more) price = more;
            else return null;
        }

        return price;
    }

    private static ConditionalPrice? With(ConditionalPrice price, string key, string value) => key switch
    {
        "tiers" => price with { Tiers = ToNames(value) },
        "stores" => price with { Stores = ToNames(value) },
        "from" => TryDay(value, out var from) ? price with { From = from } : null,
        "to" => TryDay(value, out var to) ? price with { To = to } : null,
        "receipt" => Money.TryParse(value, CultureInfo.InvariantCulture, out var receipt)
            ? price with { ReceiptOfToday = receipt }
            : null,
        "condition" => price with { Condition = value },
        _ => null,
    };

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A word without its sign is a pair without value, which nobody can read.</summary>
    private static IEnumerable<(string Key, string Value)> Pairs(string text) =>
        from word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        let at = word.IndexOf('=')
        select at < 0 ? (word, "") : (word[..at], word[(at + 1)..]);
}
