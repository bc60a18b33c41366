using System.Text.Json;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Campaigns;

/// <summary>What a campaign is: to whom, in which words, when, and what it may cost.</summary>
internal sealed record MessageCampaignTerms
{
    public const string StartPast = "marketing.start-past";

    public required LocalName Name { get; init; }

    public required CampaignPurpose Purpose { get; init; }

    /// <summary>Code of the segment; everybody in it is meant.</summary>
    public required string Segment { get; init; }

    /// <summary>Code of the template.</summary>
    public required string Template { get; init; }

    /// <summary>
    /// Wall clock of the brand; null: as soon as it is sent off. What is given with an offset is kept as what the brand's clock shows
    /// at that instant.
    /// </summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>Hours after its start in which messages may still go out.</summary>
    public int Hours { get; init; } = 72;

    /// <summary>So many of a hundred members get nothing, to compare with.</summary>
    public int HoldOutPercent { get; init; }

    /// <summary>Code of a voucher definition: whoever was written to gets one.</summary>
    public string? Voucher { get; init; }

    /// <summary>At most so many messages; null: as many as there are members.</summary>
    public long? MostMessages { get; init; }

    /// <summary>Its messages may cost at most so many yuan, by the packages that pay them; null: no bound.</summary>
    public Money? Budget { get; init; }

    /// <summary>Days after its start in which purchases count as its result.</summary>
    public int ResultDays { get; init; } = 30;

    /// <summary>What is left of a hundred yuan of sales once the goods are paid; null: profit is not told.</summary>
    public int? MarginPercent { get; init; }

    /// <summary>As it is kept: its start by the brand's clock.</summary>
    public MessageCampaignTerms ByClockOf(Brand brand) =>
        StartsAt is { Kind: not DateTimeKind.Unspecified } given ? this with { StartsAt = brand.LocalOf(brand.InstantOf(given)) } : this;

    /// <summary>
    /// Whether its start is still to come by the brand's clock: one in the minute that it shows is one at once, and none at all is one
    /// whenever it is sent off.
    /// </summary>
    /// <param name="brand">Whose clock.</param>
    /// <param name="utc">Now.</param>
    public bool IsToCome(Brand brand, DateTime utc) => StartsAt is not { } at || at.AddMinutes(1) > brand.LocalOf(utc);

    /// <summary>Refuses <see cref="StartPast"/>: what was approved for one time goes at no other.</summary>
    public void RequireToCome(Brand brand, DateTime utc)
    {
        if (!IsToCome(brand, utc)) throw new Refusal(StartPast, RefusalKind.Conflict);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static MessageCampaignTerms Read(string kept) => JsonSerializer.Deserialize<MessageCampaignTerms>(kept, Json.Stored)!;
}

/// <summary>What messages are for.</summary>
internal enum CampaignPurpose
{
    Festival,
    Birthday,
    Season,
    Promotion,
    Care,

    /// <summary>Of storms and other disasters.</summary>
    Warning,

    /// <summary>How far the member is from his next aim.</summary>
    Goal,
}

internal sealed class MessageCampaignTermsRules : AbstractValidator<MessageCampaignTerms>
{
    public MessageCampaignTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Purpose).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(t => t.Segment).NotEmpty().MaximumLength(MarketingDb.CodeLength);
        RuleFor(t => t.Template).NotEmpty().MaximumLength(MarketingDb.CodeLength);
        RuleFor(t => t.StartsAt).Must(at => at is null or { Year: >= 2000 and <= 2999 }).WithErrorCode("field.malformed");
        RuleFor(t => t.Hours).InclusiveBetween(1, 720);
        RuleFor(t => t.HoldOutPercent).InclusiveBetween(0, 50);
        RuleFor(t => t.Voucher).MaximumLength(MarketingDb.CodeLength);
        RuleFor(t => t.MostMessages).InclusiveBetween(1, 100_000_000);
        RuleFor(t => t.Budget!.Value.Fen).InclusiveBetween(1, Money.LargestAcceptedFen).OverridePropertyName("budget")
            .When(t => t.Budget is not null);
        RuleFor(t => t.ResultDays).InclusiveBetween(1, 90);
        RuleFor(t => t.MarginPercent).InclusiveBetween(1, 100);
    }
}
