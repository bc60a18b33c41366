using RetailMember.People;
using RetailMember.Rules;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Rules;

/// <summary>What staff gets for sold cards: one version. A sale is judged by the version in force when it is delivered.</summary>
internal sealed record CommissionTerms : IRules
{
    /// <summary>Of the base, where no rate below fits; 10 is one per cent.</summary>
    public int PerMille { get; init; } = 10;

    /// <summary>The first that fits decides.</summary>
    public IReadOnlyList<CommissionRate> Rates { get; init; } = [];

    public CommissionBase Base { get; init; }

    /// <summary>What is paid each month to whoever reaches the target exactly, in yuan.</summary>
    public Money AssessmentPay { get; init; } = new(500_00);

    /// <summary>Whoever sells more than the target gets no more assessment pay than for reaching it.</summary>
    public bool AssessmentCapped { get; init; } = true;

    /// <summary>
    /// Codes of the roles whose former assessment the one by cards replaces; of everybody else's wage the assessment pay is
    /// taken out, and paid by what he reaches.
    /// </summary>
    public IReadOnlyList<string> AssessmentReplaces { get; init; } = [DefaultRole.FloorManager, DefaultRole.FloorSupervisor];

    /// <summary>Worked examples; without them, and unless they all come true, it is not activated.</summary>
    public IReadOnlyList<CommissionExample> Examples { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<ExampleRun> RunExamples() => [.. Examples.Select(e => e.Run(this))];
}

/// <summary>A rate for some sales. What is left out fits every sale.</summary>
/// <param name="PerMille">Of the base.</param>
/// <param name="Role">Code of a role of the seller.</param>
/// <param name="CardType">Code.</param>
/// <param name="Campaign">Code of the sales campaign that runs.</param>
internal sealed record CommissionRate(int PerMille, string? Role = null, string? CardType = null, string? Campaign = null)
{
    /// <summary>Every sale that the other one fits fits this one.</summary>
    public bool Covers(CommissionRate other) =>
        (Role is null || Role == other.Role)
        && (CardType is null || CardType == other.CardType)
        && (Campaign is null || Campaign == other.Campaign);

    public bool Fits(SaleJudged sale) =>
        (Role is null || sale.Roles.Contains(Role))
        && (CardType is null || CardType == sale.CardType)
        && (Campaign is null || Campaign == sale.Campaign);
}

internal enum CommissionBase
{
    /// <summary>What was paid.</summary>
    Principal,

    /// <summary>What was paid and what was given on top of it.</summary>
    CardValue,
}

/// <summary>A sale as far as commission looks at it.</summary>
/// <param name="Roles">Codes of the seller's roles.</param>
internal sealed record SaleJudged(
    long PrincipalFen, long BonusFen = 0, IReadOnlyList<string>? Roles = null, string? CardType = null, string? Campaign = null)
{
    public IReadOnlyList<string> Roles { get; } = Roles ?? [];
}

/// <summary>A sale, of which some may come back, with what must come of it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Principal">Yuan that were paid.</param>
/// <param name="MustEarn">Yuan that the seller has of it in the end.</param>
internal sealed record CommissionExample(string Title, Money Principal, Money MustEarn)
{
    /// <summary>Yuan that were given.</summary>
    public Money Bonus { get; init; }

    /// <summary>Yuan of the principal that the customer got back.</summary>
    public Money Refunded { get; init; }

    /// <summary>Code of the seller's role.</summary>
    public string? Role { get; init; }

    /// <summary>Code.</summary>
    public string? CardType { get; init; }

    /// <summary>Code of the sales campaign that runs.</summary>
    public string? Campaign { get; init; }

    /// <summary>In yuan.</summary>
    public ExampleRun Run(CommissionTerms terms)
    {
        var sale = new SaleJudged(Principal.Fen, Bonus.Fen, Role is { } role ? [role] : [], CardType, Campaign);
        var commission = CommissionJudge.Of(terms, sale).Fen;
        var earns = commission - CommissionJudge.TakenBack(commission, Principal.Fen, 0, Refunded.Fen);
        return new ExampleRun(Title, MustEarn.ToString(), new Money(earns).ToString());
    }
}
