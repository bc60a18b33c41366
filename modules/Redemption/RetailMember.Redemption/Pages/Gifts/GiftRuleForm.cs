using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Gifts;

internal enum ClaimKind
{
    AtOnce,
    Days,
    DayOfNextMonth,
}

/// <summary>A gift rule as its form has it: what belongs to another reason than the chosen one does not count.</summary>
internal sealed record GiftRuleForm
{
    public required string Rule { get; init; }

    public required Part Terms { get; init; }

    public EditGiftRule.Input ToInput() => new(Rule, Terms.ToTerms());

    public static GiftRuleForm Blank(DateOnly today) => new()
    {
        Rule = "",
        Terms = new Part { Name = new LocalName("", ""), Reason = GiftReason.Enrolment, From = today, TakenBack = true },
    };

    public static GiftRuleForm Of(GiftRuleView view) => new() { Rule = view.Rule, Terms = Part.Of(view.Terms) };

    internal sealed record Part
    {
        public required LocalName Name { get; init; }
        public required GiftReason Reason { get; init; }
        public Money? Spend { get; init; }
        public IReadOnlyList<string> Tiers { get; init; } = [];
        public int? Years { get; init; }
        public IReadOnlyList<string> Vouchers { get; init; } = [];
        public IReadOnlyList<string> Rewards { get; init; } = [];
        public ClaimKind Claim { get; init; }
        public int? Days { get; init; }
        public int? DayOfNextMonth { get; init; }
        public required DateOnly From { get; init; }
        public DateOnly? To { get; init; }
        public bool TakenBack { get; init; }

        public GiftTerms ToTerms() => new()
        {
            Name = Name,
            Reason = Reason,
            Spend = Reason == GiftReason.MonthSpend ? Spend : null,
            Tiers = Tiers,
            Years = Reason == GiftReason.Anniversary ? Years : null,
            Vouchers = Vouchers,
            Rewards = Rewards,
            Claim = Claim switch
            {
                ClaimKind.Days => new ClaimWindow { Days = Days },
                ClaimKind.DayOfNextMonth => new ClaimWindow { DayOfNextMonth = DayOfNextMonth },
                _ => null,
            },
            From = From,
            To = To,
            TakenBack = TakenBack,
        };

        public static Part Of(GiftTerms t) => new()
        {
            Name = t.Name,
            Reason = t.Reason,
            Spend = t.Spend,
            Tiers = t.Tiers,
            Years = t.Years,
            Vouchers = t.Vouchers,
            Rewards = t.Rewards,
            Claim = t.Claim switch
            {
                { Days: not null } => ClaimKind.Days,
                { DayOfNextMonth: not null } => ClaimKind.DayOfNextMonth,
                _ => ClaimKind.AtOnce,
            },
            Days = t.Claim?.Days,
            DayOfNextMonth = t.Claim?.DayOfNextMonth,
            From = t.From,
            To = t.To,
            TakenBack = t.TakenBack,
        };
    }
}
