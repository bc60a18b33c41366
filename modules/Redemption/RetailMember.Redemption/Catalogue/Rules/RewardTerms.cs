using RetailMember.Values;

namespace RetailMember.Redemption.Catalogue.Rules;

internal enum RewardKind
{
    /// <summary>Something that is handed out at a store.</summary>
    Goods,

    /// <summary>A voucher of one of the brand's definitions.</summary>
    Coupon,

    /// <summary>Something that is done for the member, so many times.</summary>
    Service,

    /// <summary>A right that a module grants.</summary>
    Right,
}

internal enum StockKind
{
    /// <summary>There is always enough.</summary>
    None,

    /// <summary>One stock for the whole brand.</summary>
    Shared,

    /// <summary>Each store has its own.</summary>
    PerStore,
}

/// <summary>What a reward is, what it costs, and who may have it.</summary>
internal sealed record RewardTerms
{
    public const int UsualHoldDays = 7;

    public required LocalName Name { get; init; }

    public required RewardKind Kind { get; init; }

    /// <summary>Of goods: code of the article of the shop's assortment that it is.</summary>
    public string? Article { get; init; }

    /// <summary>List price in points; an edition may say another.</summary>
    public required long Points { get; init; }

    /// <summary>Prices for whoever meets their conditions; the lowest one counts.</summary>
    public IReadOnlyList<ConditionalPrice> Prices { get; init; } = [];

    public StockKind Stock { get; init; }

    public IReadOnlyList<RewardLimit> Limits { get; init; } = [];

    /// <summary>Codes of tiers that may have it; empty: all.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Codes of the stores where it is had; empty: all.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>First day, in the brand's time zone; left out: from the edition's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Days that goods wait at the store, the day of the order included.</summary>
    public int HoldDays { get; init; } = UsualHoldDays;

    /// <summary>Of a coupon: code of the voucher definition.</summary>
    public string? VoucherDefinition { get; init; }

    /// <summary>Of a service.</summary>
    public ServiceTerms? Service { get; init; }

    /// <summary>Of a right.</summary>
    public RightTerms? Right { get; init; }

    internal bool IsWithin(DateOnly day) => !(From > day) && !(To < day);
}

/// <summary>A service that was redeemed may be had so many times within so many days.</summary>
internal sealed record ServiceTerms
{
    public required int Uses { get; init; }

    /// <summary>From the day of the order on, that day included.</summary>
    public required int Days { get; init; }

    /// <summary>How many of them in a period; left out: as quickly as the member likes.</summary>
    public RewardLimit? Pace { get; init; }

    /// <summary>Places that each store has for it on a day, booked ahead or taken on the spot; left out: nobody books.</summary>
    public int? PerDay { get; init; }
}

/// <param name="Name">Of the right, as its module names it.</param>
/// <param name="Parameter">What the module is told, such as a tier's code.</param>
internal sealed record RightTerms(string Name, string Parameter = "");

/// <summary>A reward of an edition, at the reward's own list price or another.</summary>
/// <param name="Reward">Its code.</param>
/// <param name="Points">List price in this edition; null: the reward's own.</param>
internal sealed record EditionItem(string Reward, long? Points = null);

/// <summary>A price for whoever meets every condition that is given.</summary>
internal sealed record ConditionalPrice
{
    /// <summary>Unique among the reward's prices. One receipt opens prices of one code once.</summary>
    public required string Code { get; init; }

    public required long Points { get; init; }

    /// <summary>Codes of tiers; empty: any.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Codes of stores; empty: any.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Yuan that a single receipt of today must reach; each receipt opens the price once.</summary>
    public Money? ReceiptOfToday { get; init; }

    /// <summary>Name of a condition that another module knows.</summary>
    public string? Condition { get; init; }

    /// <summary>A price that anybody has at any time is the list price.</summary>
    internal bool HasCondition =>
        Tiers.Count > 0 || Stores.Count > 0 || (From ?? To) is not null || ReceiptOfToday is not null || Condition is not null;
}
