using RetailMember.Membership.Tags;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>Rules of tags, and why somebody has one, in a few words.</summary>
internal static class TagWords
{
    public const string Measures = "membership.tag.measure.";
    public const string Matches = "membership.tag.match.";

    public static string Of(this ITexts texts, TagMeasure measure) => texts[Measures + EnumCode.Of(measure)];

    public static string Of(this ITexts texts, TagKind kind) => texts["membership.tag.kind." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, TagState state) => texts["membership.tag.state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, TagStep step) => texts["membership.tag.step." + EnumCode.Of(step)];

    public static string Of(this ITexts texts, TagRecountState state) =>
        texts["membership.tag.recount-state." + EnumCode.Of(state)];

    /// <summary>As in: last 60 days · coffee · receipts ≥ 4.</summary>
    public static string Of(this ITexts texts, TagCondition condition) => string.Join(" · ", Parts(texts, condition));

    /// <summary>A line for each condition; none where a person gives the tag.</summary>
    public static IReadOnlyList<string> Rule(this ITexts texts, TagTerms terms) =>
    [
        .. terms.Conditions.Select((c, i) => i == 0
            ? texts.Of(c)
            : $"{texts["membership.tag.joins." + EnumCode.Of(terms.Match)]} {texts.Of(c)}"),
    ];

    /// <summary>What a condition found, as in: receipts 5.</summary>
    public static string Found(this ITexts texts, TagWhy why) => texts.Format(
        "membership.tag.found", texts.Of(why.Condition.Measure),
        why.Number is { } number ? TagFigure.Text(number) : why.Found ?? texts[Untold(why)]);

    /// <summary>Of a birthday it is kept whether the condition held, and no figure.</summary>
    private static string Untold(TagWhy why) => TagWhy.OfBirthday(why.Condition.Measure) && why.Holds
        ? "membership.tag.held"
        : "membership.tag.unknown";

    public static Tone Tone(this TagState state) => state switch
    {
        TagState.Active => RetailMember.Pages.Display.Tone.Success,
        TagState.Draft => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this TagKind kind) =>
        kind == TagKind.Automatic ? RetailMember.Pages.Display.Tone.Info : RetailMember.Pages.Display.Tone.Primary;

    private static IEnumerable<string> Parts(ITexts texts, TagCondition condition)
    {
        if (condition.Days is { } days) yield return texts.Format("membership.tag.last-days", days);
        if (condition.Months is { } months) yield return texts.Format("membership.tag.last-months", months);
        if (condition.Categories.Count > 0)
            yield return texts.Format("membership.tag.of-categories", NameList.Join(condition.Categories));
        yield return $"{texts.Of(condition.Measure)} {Bounds(texts, condition)}";
    }

    private static string Bounds(ITexts texts, TagCondition condition) => condition switch
    {
        { AtLeast: { } least, AtMost: { } most } when least == most => "= " + TagFigure.Text(least),
        { AtLeast: { } least, AtMost: { } most } => $"{TagFigure.Text(least)} – {TagFigure.Text(most)}",
        { AtLeast: { } least } => "≥ " + TagFigure.Text(least),
        { AtMost: { } most } => "≤ " + TagFigure.Text(most),
        { OneOf.Count: > 0 } => NameList.Join(condition.OneOf),
        _ => texts["membership.tag.present-month"],
    };
}
