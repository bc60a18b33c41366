using RetailMember.Redemption.Catalogue.Rules;

namespace RetailMember.Redemption.Benefits.Rules;

/// <summary>What members are entitled to: who, how often in a period, when and where.</summary>
internal sealed record BenefitTerms
{
    public required LocalName Name { get; init; }

    /// <summary>Who has it, and how often; of several that hold for a member the most generous counts.</summary>
    public required IReadOnlyList<BenefitShare> Shares { get; init; }

    /// <summary>What is left of a period is not carried over.</summary>
    public LimitPeriod Period { get; init; } = LimitPeriod.Month;

    /// <summary>First day, in the brand's time zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Codes of the stores where it is had; empty: all.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>Code of the voucher definition of which each use gives one; left out: a use gives nothing but itself.</summary>
    public string? Voucher { get; init; }

    internal bool IsHad(DateOnly on, string? store) =>
        !(From > on) && !(To < on)
        && (Stores.Count == 0 || (store is not null && Stores.Contains(store, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The most generous share that holds for a member; null where none does.</summary>
    /// <param name="tiers">Codes of the member's tier and those below it.</param>
    /// <param name="tags">Codes of his tags.</param>
    /// <param name="isGranted">It was granted to him by name.</param>
    /// <param name="meets">Whether he meets a condition.</param>
    internal BenefitShare? ShareOf(
        IReadOnlyList<string> tiers, IReadOnlyList<string> tags, bool isGranted, Func<string, bool> meets) => Shares
        .Where(s => s.IsFor(tiers, tags, isGranted, meets))
        .OrderByDescending(s => s.Most ?? int.MaxValue).FirstOrDefault();
}

/// <summary>Members who meet everything that is given.</summary>
internal sealed record BenefitShare
{
    /// <summary>Codes of tiers, each of which stands for those above it too (CORE-21); empty: any.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Codes of tags, one of which the member has (CORE-54); empty: any.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Name of a condition that another module knows, such as a segment.</summary>
    public string? Condition { get; init; }

    /// <summary>Only those to whom it was granted by name.</summary>
    public bool Granted { get; init; }

    /// <summary>How often in the period; left out: as often as the member likes.</summary>
    public int? Most { get; init; }

    /// <summary>Says neither who nor how often.</summary>
    internal bool IsEmpty => Tiers.Count == 0 && Tags.Count == 0 && Condition is null && !Granted && Most is null;

    internal bool IsFor(IReadOnlyList<string> tiers, IReadOnlyList<string> tags, bool isGranted, Func<string, bool> meets) =>
        (Tiers.Count == 0 || Tiers.Any(tiers.Contains)) && (Tags.Count == 0 || Tags.Any(tags.Contains))
        && (Condition is null || meets(Condition)) && (!Granted || isGranted);
}
