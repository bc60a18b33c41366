using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Campaigns;

/// <summary>A campaign as its form has it: fields of its kind alone, and caps and examples in plain rows.</summary>
internal sealed record CampaignForm
{
    public required string Campaign { get; init; }

    public required Part Terms { get; init; }

    public EditCampaign.Input ToInput() => new(Campaign, Terms.ToTerms());

    public static CampaignForm Blank(CampaignKind kind, DateOnly today) => new()
    {
        Campaign = "",
        Terms = new Part
        {
            Name = new LocalName("", ""),
            Kind = kind,
            From = today,
            Prize = new Prize(),
            FriendPrize = new Prize(),
            Purchases = 3,
            Span = SprintSpan.CalendarQuarter,
            Trigger = ReferralTrigger.OnFirstPurchase,
            Places = 10,
        },
    };

    public static CampaignForm Of(string campaign, CampaignTerms terms) => new() { Campaign = campaign, Terms = Part.Of(terms) };

    internal sealed record Part
    {
        public required LocalName Name { get; init; }
        public required CampaignKind Kind { get; init; }
        public required DateOnly From { get; init; }
        public DateOnly? To { get; init; }
        public IReadOnlyList<string> Stores { get; init; } = [];
        public IReadOnlyList<string> Tiers { get; init; } = [];
        public DateOnly? JoinedFrom { get; init; }
        public DateOnly? JoinedTo { get; init; }
        public long? BudgetPoints { get; init; }
        public long? BudgetAwards { get; init; }
        public int? CapDay { get; init; }
        public int? CapMonth { get; init; }
        public int? CapEver { get; init; }
        public Prize? Prize { get; init; }
        public Prize? FriendPrize { get; init; }
        public string? Behaviour { get; init; }
        public int? Purchases { get; init; }
        public SprintSpan? Span { get; init; }
        public decimal? Rate { get; init; }
        public Money? MinimumPaid { get; init; }
        public ReferralTrigger? Trigger { get; init; }
        public int? MostPerMonth { get; init; }
        public int? Places { get; init; }
        public IReadOnlyList<ExampleRow> Examples { get; init; } = [];

        public CampaignTerms ToTerms() => new()
        {
            Name = Name,
            Kind = Kind,
            From = From,
            To = To,
            Stores = Stores,
            Tiers = Tiers,
            JoinedFrom = JoinedFrom,
            JoinedTo = JoinedTo,
            BudgetPoints = BudgetPoints,
            BudgetAwards = BudgetAwards,
            Caps = [.. Caps()],
            Prize = Prize ?? new Prize(),
            FriendPrize = Kind == CampaignKind.Referral ? FriendPrize ?? new Prize() : null,
            Behaviour = Behaviour,
            Purchases = Purchases,
            Span = Span,
            Rate = Rate,
            MinimumPaid = MinimumPaid,
            Trigger = Trigger,
            MostPerMonth = MostPerMonth,
            Places = Places,
            Examples = [.. Examples.Select(e => e.ToExample())],
        };

        public static Part Of(CampaignTerms t) => new()
        {
            Name = t.Name,
            Kind = t.Kind,
            From = t.From,
            To = t.To,
            Stores = t.Stores,
            Tiers = t.Tiers,
            JoinedFrom = t.JoinedFrom,
            JoinedTo = t.JoinedTo,
            BudgetPoints = t.BudgetPoints,
            BudgetAwards = t.BudgetAwards,
            CapDay = MostIn(t, CapPeriod.Day),
            CapMonth = MostIn(t, CapPeriod.Month),
            CapEver = MostIn(t, CapPeriod.Ever),
            Prize = t.Prize,
            FriendPrize = t.FriendPrize,
            Behaviour = t.Behaviour,
            Purchases = t.Purchases,
            Span = t.Span,
            Rate = t.Rate,
            MinimumPaid = t.MinimumPaid,
            Trigger = t.Trigger,
            MostPerMonth = t.MostPerMonth,
            Places = t.Places,
            Examples = [.. t.Examples.Select(ExampleRow.Of)],
        };

        private IEnumerable<MemberCap> Caps()
        {
            if (CapDay is { } day) yield return new MemberCap(CapPeriod.Day, day);
            if (CapMonth is { } month) yield return new MemberCap(CapPeriod.Month, month);
            if (CapEver is { } ever) yield return new MemberCap(CapPeriod.Ever, ever);
        }

        private static int? MostIn(CampaignTerms terms, CapPeriod period) =>
            terms.Caps.FirstOrDefault(c => c.Period == period)?.Most;
    }
}
