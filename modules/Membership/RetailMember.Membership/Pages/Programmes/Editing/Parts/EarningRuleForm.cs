using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>An earning rule as its form has it: steps and limits in yuan or pieces.</summary>
internal sealed record EarningRuleForm
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }
    public bool Enabled { get; init; }
    public EarningUnit Unit { get; init; }
    public required EarningKind Kind { get; init; }
    public EarningBasis Basis { get; init; }
    public decimal Per { get; init; } = 1;
    public decimal Give { get; init; }
    public bool WholeSteps { get; init; }
    public decimal AtLeast { get; init; } = 0.01m;
    public IReadOnlyList<BandForm> Bands { get; init; } = [];

    /// <summary>With commas between.</summary>
    public string? Categories { get; init; }

    /// <summary>With commas between.</summary>
    public string? ExceptCategories { get; init; }

    public IReadOnlyList<string> Stores { get; init; } = [];
    public bool Multiplied { get; init; }
}

/// <summary>A row of a table of bands.</summary>
internal sealed record BandForm(decimal? From = null, decimal? Give = null);
