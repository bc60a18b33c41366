using System.Globalization;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>Says in sentences what a document says in data; names of tiers and stores stand in for their codes.</summary>
internal sealed class ProgrammeWords(
    ITexts texts, ProgrammeDocument document, IReadOnlyDictionary<string, string> stores)
{
    public ITexts Texts { get; } = texts;

    public string Name(LocalName name) => name.In(Texts.Language);

    public string Tier(string code) =>
        document.TierSet.Tiers.FirstOrDefault(t => t.Code == code) is { } tier ? Name(tier.Name) : code;

    public string Store(string code) => stores.GetValueOrDefault(code, code);

    public string Sentence(string key, params object?[] values) => Texts.Format("membership.programmes." + key, values);

    public string List(IEnumerable<string> items) => string.Join(Texts["membership.programmes.comma"], items);

    public string Clauses(IEnumerable<string> clauses) => string.Join(Texts["membership.programmes.semicolon"], clauses);

    /// <summary>As people say it: 0.85 is 8.5 折 in Chinese, 85% elsewhere.</summary>
    public string PayRate(decimal rate)
    {
        if (rate == 1) return Texts["membership.programmes.full-price"];
        var tenths = Texts.Language.StartsWith("zh", StringComparison.Ordinal);
        return Sentence("pay-rate", Plain(rate * (tenths ? 10 : 100)));
    }

    /// <summary>Yuan without the zeros that nobody says.</summary>
    public static string Yuan(long fen) => Plain(fen / 100m);

    public static string Plain(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
