using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Pages.Benefits;

internal enum ShareKind
{
    All,
    Tiers,
    Granted,
}

/// <summary>A benefit as its form has it: each row says who has it, and how often.</summary>
internal sealed record BenefitForm
{
    public required string Benefit { get; init; }

    public bool Withdrawn { get; init; }

    public required Part Terms { get; init; }

    public EditBenefit.Input ToInput() => new(Benefit, Terms.ToTerms(), Withdrawn);

    public static BenefitForm Blank() => new() { Benefit = "", Terms = new Part { Name = new LocalName("", "") } };

    public static BenefitForm Of(BenefitView view) =>
        new() { Benefit = view.Benefit, Withdrawn = view.Withdrawn, Terms = Part.Of(view.Terms) };

    internal sealed record Part
    {
        public required LocalName Name { get; init; }
        public IReadOnlyList<SharePart> Shares { get; init; } = [];
        public LimitPeriod Period { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public IReadOnlyList<string> Stores { get; init; } = [];
        public string? Voucher { get; init; }

        public BenefitTerms ToTerms() => new()
        {
            Name = Name,
            Shares = [.. Shares.Select((s, i) => s.ToShare(i))],
            Period = Period,
            From = From,
            To = To,
            Stores = Stores,
            Voucher = Voucher,
        };

        public static Part Of(BenefitTerms t) => new()
        {
            Name = t.Name,
            Shares = [.. t.Shares.Select(SharePart.Of)],
            Period = t.Period,
            From = t.From,
            To = t.To,
            Stores = t.Stores,
            Voucher = t.Voucher,
        };
    }

    internal sealed record SharePart
    {
        public required ShareKind? Who { get; init; }
        public IReadOnlyList<string> Tiers { get; init; } = [];
        public IReadOnlyList<string> Tags { get; init; } = [];
        public string? Condition { get; init; }
        public int? Most { get; init; }

        /// <summary>Refuses a row that says tiers and names none: it would be everybody's.</summary>
        public BenefitShare ToShare(int row)
        {
            if (Who is null) throw Refusal.Invalid(FormattableString.Invariant($"terms.shares[{row}].who"), "field.not-empty");
            if (Who == ShareKind.Tiers && Tiers.Count == 0)
                throw Refusal.Invalid(FormattableString.Invariant($"terms.shares[{row}].tiers"), "field.not-empty");
            return new BenefitShare
            {
                Tiers = Who == ShareKind.All ? [] : Tiers,
                Granted = Who == ShareKind.Granted,
                Tags = Tags,
                Condition = Condition,
                Most = Most,
            };
        }

        public static SharePart Of(BenefitShare share) => new()
        {
            Who = share switch
            {
                { Granted: true } => ShareKind.Granted,
                { Tiers.Count: > 0 } => ShareKind.Tiers,
                _ => ShareKind.All,
            },
            Tiers = share.Tiers,
            Tags = share.Tags,
            Condition = share.Condition,
            Most = share.Most,
        };
    }
}
