using RetailMember.Marketing.Segments.Rules;
using RetailMember.Membership;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Marketing.Pages.Segments;

/// <summary>Trees of conditions in words.</summary>
internal static class SegmentWords
{
    public static IReadOnlyList<Choice> Choices(this ITexts texts, Kinds kinds) =>
        [.. kinds.All.Select(k => new Choice(k.Code, texts[k.Text]))];

    public static string Of(this ITexts texts, SegmentGroup group, Kinds kinds)
    {
        var parts = group.Conditions.Select(c => texts.Of(c, kinds))
            .Concat(group.Groups.Select(g => $"({texts.Of(g, kinds)})")).ToList();
        var joined = parts.Count == 0
            ? texts["marketing.segment.everybody"]
            : string.Join(texts["marketing.segment.joined." + EnumCode.Of(group.Match)], parts);
        return group.Not ? texts.Format("marketing.segment.not", joined) : joined;
    }

    public static string Of(this ITexts texts, SegmentCondition condition, Kinds kinds)
    {
        if (kinds.Find(condition.Kind) is not { } kind) return condition.Kind;
        var values = kind.Asks.Where(f => condition.Values.ContainsKey(f.Name)).Select(f => texts.Value(f, condition.ToMember()));
        var said = $"{texts[kind.Text]} {string.Join(texts["marketing.segment.joined.values"], values)}".TrimEnd();
        return condition.Not ? texts.Format("marketing.segment.not", said) : said;
    }

    public static string Cost(this ITexts texts, Money? cost) =>
        cost is { } money ? Figures.Yuan(money) : texts["marketing.segment.no-price"];

    private static string Value(this ITexts texts, MemberConditionField field, MemberCondition condition)
    {
        var names = field.Choices.ToDictionary(c => c.Code, c => c.Name);
        var chosen = condition.All(field.Name).Select(v => names.GetValueOrDefault(v, v));
        var value = string.Join(texts["marketing.segment.joined.choices"], chosen);
        return field.Kind is ConditionFieldKind.Choices or ConditionFieldKind.Words ? value : $"{texts[field.Text]} {value}";
    }
}
