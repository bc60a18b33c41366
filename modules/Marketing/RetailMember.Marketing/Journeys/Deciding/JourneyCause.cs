using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using static System.FormattableString;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>An occasion to write to a member.</summary>
/// <param name="Member">His key, or that of one who was merged into him.</param>
/// <param name="Occasion">What it is, such as <c>birthday:2026</c>: a journey writes once for each.</param>
/// <param name="On">Business day to which it belongs.</param>
/// <param name="GoodUntil">Last business day on which it makes sense to write.</param>
internal sealed record JourneyCause(Guid Member, string Occasion, DateOnly On, DateOnly GoodUntil)
{
    /// <summary>Among the facts: code of the tier to which he moved. Words tell the one that he holds, by its name.</summary>
    public const string TierReached = "tierReached";

    /// <summary>The business day on which it is looked at: who became a member later is not meant.</summary>
    public DateOnly LookedAtOn { get; init; } = On;

    /// <summary>When it was found good and began to wait, UTC; null where it is looked at for the first time.</summary>
    public DateTime? WaitedSince { get; init; }

    /// <summary>What the words may say of it, by the names of <see cref="JourneyTriggers.Tells"/>.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>What of it counts once.</summary>
    public string KeyFor(OncePer once) => once switch
    {
        OncePer.Day => Invariant($"day:{On:yyyy-MM-dd}"),
        OncePer.Month => Invariant($"month:{On:yyyy-MM}"),
        OncePer.Year => Invariant($"year:{On:yyyy}"),
        OncePer.Ever => "ever",
        _ => Occasion,
    };
}

/// <summary>A member with his occasion, while it is decided.</summary>
/// <param name="Id">Of the decision.</param>
/// <param name="Key">The occasion's key.</param>
/// <param name="Cause">Of the member himself, whomever it was told of.</param>
internal sealed record JourneyCase(Guid Id, string Key, JourneyCause Cause, MemberSummary Member)
{
    /// <summary>The journey's wait is still before him.</summary>
    public bool IsToWait(JourneyTerms terms) => terms.WaitMinutes > 0 && Cause.WaitedSince is null;
}
