using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>One thing that a version says.</summary>
/// <param name="Key">What stays the same when it is changed: its part and its code.</param>
internal sealed record RuleSentence(string Key, string Place, string Text);

/// <summary>What one version says and another one does not, or says differently.</summary>
internal sealed record SentenceDifference(string Place, string? Before, string? After);

/// <summary>A whole programme sentence by sentence, so that two versions can be held against each other.</summary>
internal static class RuleSentences
{
    public static IReadOnlyList<SentenceDifference> Differences(
        IReadOnlyList<RuleSentence> before, IReadOnlyList<RuleSentence> after)
    {
        var old = before.DistinctBy(s => s.Key).ToDictionary(s => s.Key);
        var now = after.DistinctBy(s => s.Key).ToDictionary(s => s.Key);
        return
        [
            .. now.Values.Select(s => new SentenceDifference(s.Place, old.GetValueOrDefault(s.Key)?.Text, s.Text))
                .Concat(old.Values.Where(s => !now.ContainsKey(s.Key)).Select(s => new SentenceDifference(s.Place, s.Text, null)))
                .Where(d => d.Before != d.After),
        ];
    }

    public static IReadOnlyList<RuleSentence> Sentences(this ProgrammeWords words, ProgrammeDocument document) =>
    [
        .. document.TierSet.Tiers.Select(t => words.Named("tiers", t.Code, t.Name, words.Whole(document.TierSet, t))),
        words.Part("tier-policy", words.Policy(document.TierSet)),
        .. document.EarningRules.Select(r => words.Named("earning-rules", r.Code, r.Name, words.Rule(r), r.Enabled)),
        .. document.Multipliers.Select(m => words.Named("multipliers", m.Code, m.Name, words.Factor(m), m.Enabled)),
        words.Part("balance-bands", document.BalanceBands.Select(words.Band)),
        .. document.PriceBenefits.Select(b => words.Named("price-benefits", b.Code, b.Name, words.Benefit(b), b.Enabled)),
        words.Part("points-policy", words.Points(document)),
        words.Part("transfers", [words.Transfers(document.Transfers)]),
        words.Part("enrolment", [words.Entry(document.Enrolment)]),
        .. document.MemberFields.Select(f => words.Named("member-fields", f.Code, f.Name, words.Field(f))),
    ];

    private static string Whole(this ProgrammeWords words, TierSet set, Tier tier) => words.Clauses(
    [
        words.Entry(set, tier),
        words.PayRate(tier.PayRate),
        $"{words.Sentence("tier-coefficient")} × {ProgrammeWords.Plain(tier.PointsCoefficient)}",
    ]);

    private static RuleSentence Part(this ProgrammeWords words, string part, IEnumerable<string> sentences) =>
        new(part, words.Sentence(part), words.Clauses(sentences));

    private static RuleSentence Named(
        this ProgrammeWords words, string part, string code, LocalName name, string text, bool enabled = true) => new(
        $"{part}/{code}",
        $"{words.Sentence(part)} · {words.Name(name)}",
        enabled ? text : words.Clauses([text, words.Sentence("disabled")]));
}
