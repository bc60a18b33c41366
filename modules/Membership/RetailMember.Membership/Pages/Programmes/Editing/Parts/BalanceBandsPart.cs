using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>The bands of points held, a row each.</summary>
internal sealed record BalanceBandsForm
{
    public IReadOnlyList<BalanceBandForm> Bands { get; init; } = [];
}

internal sealed record BalanceBandForm(long? From = null, decimal? Factor = null);

internal sealed class BalanceBandsPart : Part<BalanceBandsForm>
{
    private const string Path = "$.balanceBands";

    public override string Name => "balance-bands";

    public override BalanceBandsForm Read(ProgrammeDocument document, int? index) =>
        new() { Bands = [.. document.BalanceBands.Select(b => new BalanceBandForm(b.From, b.Factor))] };

    public override ProgrammeDocument Write(ProgrammeDocument document, int? index, BalanceBandsForm form) =>
        document with { BalanceBands = [.. form.Bands.Select(b => new BalanceBand(b.From ?? 0, b.Factor ?? 1))] };

    public override string? FieldOf(string path, ProgrammeDocument document, int? index) =>
        path.StartsWith(Path, StringComparison.Ordinal) ? "bands" + path[Path.Length..] : null;
}
