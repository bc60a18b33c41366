using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Campaigns.Rules;

internal enum CampaignKind
{
    /// <summary>Doing something, such as sharing a poster; told by a till, staff or another system.</summary>
    Behaviour,

    /// <summary>What a member has written, by a decision of staff.</summary>
    Content,

    /// <summary>Bringing a friend.</summary>
    Referral,

    /// <summary>So many purchases within a span of time.</summary>
    Sprint,

    /// <summary>A purchase.</summary>
    Purchase,

    /// <summary>Being among the first of a month by successful referrals.</summary>
    Leaderboard,
}

/// <summary>Who is rewarded for what, and with what: one version of a campaign. What belongs to another kind is left out.</summary>
internal sealed record CampaignTerms
{
    public required LocalName Name { get; init; }

    public required CampaignKind Kind { get; init; }

    /// <summary>First day on which it gives, in the brand's time zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Codes of the stores that take part; empty: all, and what happens at none.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>Codes of the tiers that take part; empty: all.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>First day of joining of those who take part.</summary>
    public DateOnly? JoinedFrom { get; init; }

    /// <summary>Last day of joining of those who take part.</summary>
    public DateOnly? JoinedTo { get; init; }

    /// <summary>The most points that all awards together may give.</summary>
    public long? BudgetPoints { get; init; }

    /// <summary>The most awards.</summary>
    public long? BudgetAwards { get; init; }

    /// <summary>How many awards one member may get. Of a behaviour one a day, where nothing is said.</summary>
    public IReadOnlyList<MemberCap> Caps { get; init; } = [];

    /// <summary>What the member gets; of a referral, whoever brought the friend.</summary>
    public required Prize Prize { get; init; }

    /// <summary>Of a referral: what the friend gets.</summary>
    public Prize? FriendPrize { get; init; }

    /// <summary>Code of the behaviour.</summary>
    public string? Behaviour { get; init; }

    /// <summary>Of a sprint: purchases to reach.</summary>
    public int? Purchases { get; init; }

    /// <summary>Of a sprint: within which span.</summary>
    public SprintSpan? Span { get; init; }

    /// <summary>
    /// Points for each yuan that money paid, beside the fixed ones: of the purchase, or of the friend's first one.
    /// </summary>
    public decimal? Rate { get; init; }

    /// <summary>
    /// The least that money must pay and that is not given back: of the purchase, of each that a sprint counts, of the
    /// friend's first one.
    /// </summary>
    public Money? MinimumPaid { get; init; }

    /// <summary>Of a referral: what must happen.</summary>
    public ReferralTrigger? Trigger { get; init; }

    /// <summary>Of a referral: the most successful ones of one member in a calendar month.</summary>
    public int? MostPerMonth { get; init; }

    /// <summary>Of a leaderboard: how many win.</summary>
    public int? Places { get; init; }

    /// <summary>Worked examples; without them, and unless they all come true, it is not activated.</summary>
    public IReadOnlyList<CampaignExample> Examples { get; init; } = [];

    /// <summary>The caps that count.</summary>
    internal IReadOnlyList<MemberCap> EffectiveCaps => Caps.Count > 0 || Kind != CampaignKind.Behaviour
        ? Caps
        : [new MemberCap(CapPeriod.Day, 1)];

    /// <summary>The fewest points that one of its awards can take of the budget.</summary>
    internal long LeastPoints =>
        Prize.Points + (FriendPrize?.Points ?? 0) is var all and > 0 ? all : Rate is null ? 0 : 1;

    /// <summary>How many awards one success gives.</summary>
    internal int AwardsEach => FriendPrize is null ? 1 : 2;

    internal bool IsWithin(DateOnly day) => day >= From && !(day > To);
}

/// <summary>How many awards of the campaign one member may get in a period.</summary>
internal sealed record MemberCap(CapPeriod Period, int Most);

internal enum CapPeriod
{
    Day,
    Month,
    Ever,
}

internal enum SprintSpan
{
    CalendarMonth,
    CalendarQuarter,

    /// <summary>All days of the campaign.</summary>
    Campaign,
}

internal enum ReferralTrigger
{
    /// <summary>The friend has become a member.</summary>
    OnEnrol,

    /// <summary>The friend has bought for the first time.</summary>
    OnFirstPurchase,
}
