using FluentValidation;
using RetailMember.Campaigns.Data;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Campaigns.Rules;

/// <summary>What a campaign must satisfy to be kept as a draft.</summary>
internal sealed class CampaignTermsRules : AbstractValidator<CampaignTerms>
{
    private const int MostNames = 200;
    private const int MostExamples = 20;

    public CampaignTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Kind).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(t => t.From).Must(d => d.Year is >= 1990 and <= 2999).WithErrorCode("campaigns.day-out-of-range");
        RuleFor(t => t.To).Must((t, to) => !(to < t.From)).WithErrorCode("campaigns.dates-in-wrong-order");
        RuleFor(t => t.JoinedTo).Must((t, to) => !(to < t.JoinedFrom)).WithErrorCode("campaigns.dates-in-wrong-order");
        RuleFor(t => t.Stores).Must(AreNames).WithErrorCode("campaigns.names-malformed");
        RuleFor(t => t.Stores).Must((t, stores) => stores.Count == 0 || t.Kind is not (CampaignKind.Sprint or CampaignKind.Leaderboard))
            .WithErrorCode("campaigns.stores-not-for-kind");
        RuleFor(t => t.Tiers).Must(AreNames).WithErrorCode("campaigns.names-malformed");
        RuleFor(t => t.BudgetPoints).Must(b => b is null or (> 0 and <= 1_000_000_000_000)).WithErrorCode("campaigns.number-out-of-range");
        RuleFor(t => t.BudgetAwards).Must(b => b is null or (> 0 and <= 1_000_000_000)).WithErrorCode("campaigns.number-out-of-range");
        RuleFor(t => t.Caps).Must(AreCaps).WithErrorCode("campaigns.caps-malformed");
        RuleFor(t => t.Prize).SetValidator(new PrizeRules());
        RuleFor(t => t.Prize).Must((t, p) => !p.IsNothing || t.Rate is not null).WithErrorCode("campaigns.prize-is-nothing");
        RuleFor(t => t.FriendPrize!).SetValidator(new PrizeRules()).When(t => t.FriendPrize is not null);
        OfKinds();
        RuleFor(t => t.Examples).Must(e => e.Count <= MostExamples).WithErrorCode("campaigns.too-many-examples");
        RuleForEach(t => t.Examples).ChildRules(e =>
        {
            e.RuleFor(x => x.Title).NotEmpty().MaximumLength(100);
            e.RuleFor(x => x.Given.BoughtOn).Must(d => d.Count <= 100).WithErrorCode("campaigns.number-out-of-range");
            e.RuleFor(x => x.Given.AwardedOn).Must(d => d.Count <= 100).WithErrorCode("campaigns.number-out-of-range");
            e.RuleFor(x => x.Given.Paid).Must(p => p is null or { Fen: >= 0 and <= Money.LargestAcceptedFen })
                .WithErrorCode("campaigns.number-out-of-range");
        });
    }

    /// <summary>What belongs to one kind stands with it, and with no other.</summary>
    private void OfKinds()
    {
        const string Code = "campaigns.not-for-kind";
        RuleFor(t => t.FriendPrize).Must((t, p) => t.Kind == CampaignKind.Referral == p is not null).WithErrorCode(Code);
        RuleFor(t => t.FriendPrize).Must(p => p is not { IsNothing: true }).WithErrorCode("campaigns.prize-is-nothing");
        RuleFor(t => t.Behaviour).Must((t, b) => t.Kind == CampaignKind.Behaviour ? IsName(b) : b is null).WithErrorCode(Code);
        RuleFor(t => t.Purchases).Must((t, n) => t.Kind == CampaignKind.Sprint ? n is >= 1 and <= 100 : n is null).WithErrorCode(Code);
        RuleFor(t => t.Span).Must((t, s) => t.Kind == CampaignKind.Sprint ? s is { } span && Enum.IsDefined(span) : s is null)
            .WithErrorCode(Code);
        RuleFor(t => t.Trigger)
            .Must((t, s) => t.Kind == CampaignKind.Referral ? s is { } trigger && Enum.IsDefined(trigger) : s is null).WithErrorCode(Code);
        RuleFor(t => t.MostPerMonth)
            .Must((t, n) => n is null || (t.Kind == CampaignKind.Referral && n is >= 1 and <= 10_000)).WithErrorCode(Code);
        RuleFor(t => t.Places)
            .Must((t, n) => t.Kind == CampaignKind.Leaderboard ? n is >= 1 and <= 100 : n is null).WithErrorCode(Code);
        RuleFor(t => t.MinimumPaid)
            .Must((t, m) => m is null || (m is { Fen: > 0 } && (LooksAtPurchases(t) || t.Kind == CampaignKind.Sprint)))
            .WithErrorCode(Code);
        RuleFor(t => t.Rate).Must((t, r) => r is null || (r is > 0 and <= 1_000 && LooksAtPurchases(t))).WithErrorCode(Code);
        RuleFor(t => t.Caps).Must((t, c) => c.Count == 0 || t.Kind is not (CampaignKind.Referral or CampaignKind.Leaderboard))
            .WithErrorCode(Code);
        RuleFor(t => t.Prize).Must((t, p) => t.Kind != CampaignKind.Content || p.Points > 0)
            .WithErrorCode("campaigns.content-gives-points");
    }

    private static bool LooksAtPurchases(CampaignTerms terms) =>
        terms is { Kind: CampaignKind.Purchase } or { Kind: CampaignKind.Referral, Trigger: ReferralTrigger.OnFirstPurchase };

    private static bool AreCaps(IReadOnlyList<MemberCap> caps) =>
        caps.Count <= 3 && caps.DistinctBy(c => c.Period).Count() == caps.Count
        && caps.All(c => Enum.IsDefined(c.Period) && c.Most is >= 1 and <= 100_000);

    private static bool AreNames(IReadOnlyList<string> names) =>
        names.Count <= MostNames && names.Distinct().Count() == names.Count && names.All(IsName);

    private static bool IsName(string? name) => name is { Length: > 0 and <= CampaignsDb.CodeLength } && name.Trim() == name;

    private sealed class PrizeRules : AbstractValidator<Prize>
    {
        private const long MostPoints = 1_000_000;
        private const int MostThings = 10;

        public PrizeRules()
        {
            RuleFor(p => p.Points).InclusiveBetween(0, MostPoints);
            RuleFor(p => p.Growth).InclusiveBetween(0, MostPoints);
            RuleFor(p => p.Vouchers).Must((p, v) => AreNames(v) && AreNames(p.Rewards) && p.Things <= MostThings)
                .WithErrorCode("campaigns.names-malformed");
            RuleFor(p => p.ClaimDays).Must((p, days) => p.Rewards.Count > 0 ? days is >= 1 and <= 366 : days is null)
                .WithErrorCode("campaigns.rewards-are-claimed");
            RuleFor(p => p.TierCode).Must(t => t is null || IsName(t)).WithErrorCode("campaigns.names-malformed");
            RuleFor(p => p.Benefit).Must(b => b is null || IsName(b)).WithErrorCode("campaigns.names-malformed");
            RuleFor(p => p.BenefitDays).Must((p, days) => days is null || (p.Benefit is not null && days is >= 1 and <= 3_660))
                .WithErrorCode("campaigns.number-out-of-range");
        }
    }
}
