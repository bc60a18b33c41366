using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>How a list of campaigns is ordered.</summary>
/// <param name="sort">Null: the newest first.</param>
internal sealed class CampaignOrdering(string? sort)
{
    private const string Newest = "-made";

    private static readonly Dictionary<string, Func<MessageCampaign, Place>> Places = new()
    {
        ["made"] = c => new Place(0, KeyOf(c)),
        ["code"] = c => new Place(0, c.Code),
        // What has not begun comes after all that has.
        ["started"] = c => new Place(c.StartedAt?.Ticks ?? long.MaxValue, KeyOf(c)),
    };

    private readonly Func<MessageCampaign, Place> place = Places[NameOf(sort ?? Newest)];

    private readonly int direction = (sort ?? Newest).StartsWith('-') ? -1 : 1;

    public static bool Knows(string? sort) => sort is null || Places.ContainsKey(NameOf(sort));

    public IEnumerable<MessageCampaign> Of(IEnumerable<MessageCampaign> campaigns) =>
        campaigns.Order(Comparer<MessageCampaign>.Create((a, b) => Compare(place(a), place(b))));

    public bool IsAfter(MessageCampaign campaign, Place after) => Compare(place(campaign), after) > 0;

    public Place PlaceOf(MessageCampaign campaign) => place(campaign);

    private int Compare(Place one, Place other)
    {
        var byNumber = one.Number.CompareTo(other.Number);
        return direction * (byNumber != 0 ? byNumber : string.CompareOrdinal(one.Key, other.Key));
    }

    private static string NameOf(string sort) => sort.StartsWith('-') ? sort[1..] : sort;

    /// <summary>Keys grow with time.</summary>
    private static string KeyOf(MessageCampaign campaign) => campaign.Id.ToString("N");

    internal sealed record Place(long Number, string Key);
}
