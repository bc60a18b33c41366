using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Pages.Forms;

namespace RetailMember.Marketing.Journeys.Pages;

/// <summary>What the things are called that journeys name by their codes.</summary>
internal sealed class JourneyNamesShown(ReadJourneyChoices.Result choices)
{
    public IReadOnlyList<Choice> Templates => [.. choices.Templates.Select(t => new Choice(t.Code, $"{t.Name} · {t.Code}"))];

    public IReadOnlyList<Choice> Vouchers => [.. choices.Vouchers.Select(v => new Choice(v.Code, v.Name))];

    public IReadOnlyList<Choice> Tiers => [.. choices.Tiers.Select(t => new Choice(t.Code, t.Name))];

    public IReadOnlyList<ReadJourneyChoices.NamedSegment> Segments => choices.Segments;

    public LocalName Segment(string code) =>
        choices.Segments.FirstOrDefault(s => s.Code == code)?.Name ?? new LocalName(code, code);

    public string Template(string code) => In(choices.Templates, code);

    public string Voucher(string code) => In(choices.Vouchers, code);

    public IEnumerable<string> TierNames(IEnumerable<string> codes) => codes.Select(c => In(choices.Tiers, c));

    private static string In(IReadOnlyList<ReadJourneyChoices.Named> names, string code) =>
        names.FirstOrDefault(n => n.Code == code)?.Name ?? code;
}
