namespace RetailMember.Redemption.Catalogue;

/// <summary>How a list of rewards is ordered: by a number, and by code among equals.</summary>
/// <param name="sort">Null is by code.</param>
internal sealed class RewardOrdering(string? sort)
{
    private const string Code = "code";

    private static readonly Dictionary<string, Func<FindRewards.Row, long>> Numbers = new()
    {
        [Code] = _ => 0,
        ["points"] = r => r.Terms.Points,
        // What never runs out is more than any stock.
        ["stockLeft"] = r => r.StockLeft ?? long.MaxValue,
    };

    private readonly Func<FindRewards.Row, long> number = Numbers[sort?.TrimStart('-') ?? Code];

    private readonly int direction = sort?.StartsWith('-') == true ? -1 : 1;

    public static bool Knows(string? sort) => sort is null || Numbers.ContainsKey(sort.StartsWith('-') ? sort[1..] : sort);

    public IEnumerable<FindRewards.Row> Of(IEnumerable<FindRewards.Row> rows) =>
        rows.Order(Comparer<FindRewards.Row>.Create((a, b) => Compare(PlaceOf(a), PlaceOf(b))));

    public bool IsAfter(FindRewards.Row row, Place place) => Compare(PlaceOf(row), place) > 0;

    public Place PlaceOf(FindRewards.Row row) => new(number(row), row.Reward);

    private int Compare(Place one, Place other)
    {
        var byNumber = one.Number.CompareTo(other.Number);
        return direction * (byNumber != 0 ? byNumber : string.CompareOrdinal(one.Code, other.Code));
    }

    internal sealed record Place(long Number, string Code);
}
