using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>
/// Plans a sales campaign, or changes one that has not counted a sale yet. One runs at a time, once somebody else has approved
/// it as it is.
/// </summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class EditSalesCampaign(StoredValueDb db, CampaignAwards awards, AwardBounds bounds)
    : UseCase<EditSalesCampaign.Input, SalesCampaignView>
{
    protected override async Task<SalesCampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        bounds.Require(input.FirstCardAward, input.TopSellerAward, call.RequiredBrand.Id);
        // A delivery that is just being counted has its campaign locked; what it counts is seen then.
        _ = await awards.HoldAllAsync(cancel);
        // Drawn before it is looked who else has these days: a plan that comes in between has taken the number.
        var number = (await db.SalesCampaigns.MaxAsync(c => (int?)c.Number, cancel) ?? 0) + 1;
        var campaign = await db.SalesCampaigns.SingleOrDefaultAsync(c => c.Code == input.Campaign, cancel);
        if (campaign is { ClosedAt: not null } || await db.CardSales.AnyAsync(s => s.Campaign == input.Campaign, cancel))
            throw new Refusal("storedvalue.campaign-has-begun", RefusalKind.Conflict, ("campaign", input.Campaign));
        if (await db.SalesCampaigns.Where(c => c.Code != input.Campaign && c.From <= input.To && c.To >= input.From)
            .Select(c => c.Code).FirstOrDefaultAsync(cancel) is { } other)
            throw new Refusal("storedvalue.campaigns-overlap", RefusalKind.Conflict, ("campaign", other));
        if (campaign is null)
        {
            campaign = new SalesCampaign
            {
                BrandId = call.RequiredBrand.Id, Code = input.Campaign, NameZh = "", NameEn = "", EditedBy = call.Caller.Name,
                Number = number,
            };
            db.SalesCampaigns.Add(campaign);
        }

        (campaign.NameZh, campaign.NameEn) = (input.Name.ZhHans, input.Name.En);
        (campaign.From, campaign.To, campaign.Metric) = (input.From, input.To, input.Metric);
        (campaign.FirstCardFen, campaign.TopSellerFen) = (input.FirstCardAward.Fen, input.TopSellerAward.Fen);
        (campaign.EditedBy, campaign.EditedById, campaign.EditedAt) = (call.Caller.Name, call.Caller.Id, call.At);
        (campaign.ApprovedBy, campaign.ApprovedAt) = (null, null);
        return SalesCampaignView.Of(campaign);
    }

    internal sealed record Input : IInput<SalesCampaignView>
    {
        /// <summary>Its code.</summary>
        public required string Campaign { get; init; }

        public required LocalName Name { get; init; }

        /// <summary>First business day.</summary>
        public required DateOnly From { get; init; }

        /// <summary>Last business day.</summary>
        public required DateOnly To { get; init; }

        /// <summary>Yuan; 0: none.</summary>
        public Money FirstCardAward { get; init; } = new(100_00);

        /// <summary>Yuan; 0: none.</summary>
        public Money TopSellerAward { get; init; } = new(200_00);

        public RaceMetric Metric { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Campaign).MaximumLength(SalesTables.NameLength)
                .Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");
            RuleFor(i => i.Name).NotNull().SetValidator(new LocalNameRules());
            RuleFor(i => i.To).GreaterThanOrEqualTo(i => i.From);
            RuleFor(i => i.Metric).IsInEnum();
            RuleFor(i => i.FirstCardAward).IsNotNegative();
            RuleFor(i => i.TopSellerAward).IsNotNegative();
        }
    }
}

/// <summary>A sales campaign as staff reads it.</summary>
/// <param name="Campaign">Its code.</param>
/// <param name="FirstCardAward">Yuan.</param>
/// <param name="TopSellerAward">Yuan.</param>
/// <param name="PlannedBy">User name.</param>
/// <param name="ApprovedBy">User name; left out: nobody yet, so that it counts no sale.</param>
/// <param name="Closed">The best seller has been rewarded.</param>
/// <param name="WordingMark">Another plan has another one: whoever approves says by it what he has read.</param>
internal sealed record SalesCampaignView(
    string Campaign,
    LocalName Name,
    DateOnly From,
    DateOnly To,
    Money FirstCardAward,
    Money TopSellerAward,
    RaceMetric Metric,
    string PlannedBy,
    string? ApprovedBy,
    bool Closed,
    string WordingMark)
{
    public static SalesCampaignView Of(SalesCampaign c) => new(
        c.Code, new LocalName(c.NameZh, c.NameEn), c.From, c.To, new Money(c.FirstCardFen), new Money(c.TopSellerFen), c.Metric,
        c.EditedBy, c.ApprovedBy, c.ClosedAt is not null, MarkOf(c));

    /// <summary>Of all that is approved with it, and of whose plan it is.</summary>
    public static string MarkOf(SalesCampaign c) => WordingMarks.Of(
        c.Code, c.NameZh, c.NameEn, c.From, c.To, c.FirstCardFen, c.TopSellerFen, c.Metric, c.EditedBy);
}
