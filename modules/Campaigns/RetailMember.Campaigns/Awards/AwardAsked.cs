using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Awards;

/// <summary>An award that is asked for; its member, dates and caps have been judged.</summary>
internal sealed record AwardAsked
{
    /// <summary>Business key, unique in the brand; the same again is answered with the first award.</summary>
    public required string Key { get; init; }

    public required KnownCampaign Campaign { get; init; }

    public required MemberSummary Member { get; init; }

    public AwardRole Role { get; init; }

    public required Prize Prize { get; init; }

    /// <summary>Points in all: of the prize and by the rate.</summary>
    public required long Points { get; init; }

    public string? Subject { get; init; }

    /// <summary>What the member took part in by it; counts once a day.</summary>
    public string? Activity { get; init; }

    public string? Note { get; init; }

    public required AwardOccasion Occasion { get; init; }

    /// <summary>The business date on whose caps it counts; null: that of the occasion.</summary>
    public DateOnly? CountsOn { get; init; }

    /// <summary>What the points depend on, beside the campaign.</summary>
    public IReadOnlyList<AwardInput> Inputs { get; init; } = [];

    public Guid? Purchase { get; init; }

    public long BaseFen { get; init; }

    public Guid? Referral { get; init; }
}

/// <summary>What became of awards that stand or fall together.</summary>
/// <param name="Awards">One each, in the order asked; empty where they were refused.</param>
/// <param name="Refusal">The code of why not.</param>
internal sealed record AwardsGiven(IReadOnlyList<Award> Awards, string? Refusal = null);
