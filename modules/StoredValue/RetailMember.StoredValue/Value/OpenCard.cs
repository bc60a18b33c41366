using System.Text.Json;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value;

/// <summary>A locked card with those of its loads that hold something or are needed.</summary>
internal sealed class OpenCard(Card card, IReadOnlyList<OpenLoad> loads)
{
    private readonly List<OpenLoad> loads = [.. loads];

    public Card Card { get; } = card;

    public IReadOnlyList<OpenLoad> Loads => loads;

    /// <summary>What can pay at a store on a day, in the order in which it does.</summary>
    public IEnumerable<OpenLoad> Usable(DateOnly on, string? store) => loads
        .Where(l => l.Row.Left.TotalFen > 0 && l.IsValidOn(on) && l.Terms.CountsAt(store))
        .InSpendingOrder(l => l);

    /// <summary>The last day of what expires first; null: nothing on it does.</summary>
    public DateOnly? NextExpiry(DateOnly on) =>
        loads.Where(l => l.Row.Left.TotalFen > 0 && l.IsValidOn(on)).Min(l => l.Row.ExpiresOn);

    public OpenLoad Add(CardLoad row, CardTypeTerms terms)
    {
        var load = new OpenLoad(row, terms);
        loads.Add(load);
        return load;
    }
}

/// <summary>Which load pays first.</summary>
internal static class SpendingOrder
{
    /// <summary>What pays for fewer things goes first, then what expires first, then the oldest.</summary>
    public static IEnumerable<T> InSpendingOrder<T>(this IEnumerable<T> items, Func<T, OpenLoad> load) => items
        .OrderBy(i => load(i).Categories.Count == 0 ? int.MaxValue : load(i).Categories.Count)
        .ThenBy(i => load(i).Row.ExpiresOn ?? DateOnly.MaxValue)
        .ThenBy(i => load(i).Row.At).ThenBy(i => load(i).Row.Id);
}

/// <summary>A load with the terms that it was made under.</summary>
internal sealed class OpenLoad(CardLoad row, CardTypeTerms terms)
{
    public CardLoad Row { get; } = row;

    public CardTypeTerms Terms { get; } = terms;

    /// <summary>Codes of the categories that it pays for; empty: all.</summary>
    public IReadOnlyList<string> Categories { get; } = row.Categories is { } own
        ? JsonSerializer.Deserialize<string[]>(own, Json.Stored)!
        : terms.Categories;

    public bool IsValidOn(DateOnly day) => !(Row.ExpiresOn < day);

    public bool PaysFor(string? category) =>
        Categories.Count == 0 || (category is not null && Categories.Contains(category, StringComparer.OrdinalIgnoreCase));
}
