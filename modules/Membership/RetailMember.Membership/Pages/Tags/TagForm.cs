using RetailMember.Membership.Tags;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>A tag as its form has it: conditions and examples in plain rows.</summary>
internal sealed record TagForm
{
    public required string Tag { get; init; }

    public required Part Terms { get; init; }

    public EditTag.Input ToInput() => new(Tag, Terms.ToTerms());

    public static TagForm Blank(TagKind kind, DateOnly today) => new()
    {
        Tag = "", Terms = new Part { Name = new LocalName("", ""), Kind = kind, From = today },
    };

    public static TagForm Of(string tag, TagTerms terms) => new() { Tag = tag, Terms = Part.Of(terms) };

    internal sealed record Part
    {
        public required LocalName Name { get; init; }
        public required TagKind Kind { get; init; }
        public required DateOnly From { get; init; }
        public TagMatch Match { get; init; }
        public IReadOnlyList<ConditionRow> Conditions { get; init; } = [];
        public IReadOnlyList<ExampleRow> Examples { get; init; } = [];

        public TagTerms ToTerms() => new()
        {
            Name = Name, Kind = Kind, From = From, Match = Match,
            Conditions = [.. Conditions.Select(c => c.ToCondition())],
            Examples = [.. Examples.Select((e, i) => e.ToExample(i))],
        };

        public static Part Of(TagTerms t) => new()
        {
            Name = t.Name, Kind = t.Kind, From = t.From, Match = t.Match,
            Conditions = [.. t.Conditions.Select(ConditionRow.Of)],
            Examples = [.. t.Examples.Select(ExampleRow.Of)],
        };
    }

    /// <summary>Names stand between commas.</summary>
    internal sealed record ConditionRow
    {
        public required TagMeasure Measure { get; init; }
        public int? Days { get; init; }
        public int? Months { get; init; }
        public string? Categories { get; init; }
        public decimal? AtLeast { get; init; }
        public decimal? AtMost { get; init; }
        public string? OneOf { get; init; }

        public TagCondition ToCondition() => new()
        {
            Measure = Measure, Days = Days, Months = Months, Categories = NameList.Split(Categories), AtLeast = AtLeast,
            AtMost = AtMost, OneOf = NameList.Split(OneOf),
        };

        public static ConditionRow Of(TagCondition c) => new()
        {
            Measure = c.Measure, Days = c.Days, Months = c.Months, Categories = NameList.Join(c.Categories), AtLeast = c.AtLeast,
            AtMost = c.AtMost, OneOf = NameList.Join(c.OneOf),
        };
    }

    /// <summary>Receipts stand on a line each.</summary>
    internal sealed record ExampleRow
    {
        public required string Title { get; init; }
        public required DateOnly On { get; init; }
        public DateOnly? JoinedOn { get; init; }
        public DateOnly? Birthday { get; init; }
        public string? TierCode { get; init; }
        public string? Receipts { get; init; }
        public bool MustHave { get; init; }

        public TagExample ToExample(int row) => new(
            Title,
            new TagCase
            {
                On = On, JoinedOn = JoinedOn, Birthday = Birthday, TierCode = TierCode,
                Receipts = ReceiptLines.Read(Receipts, $"terms.examples[{row}].receipts"),
            },
            MustHave);

        public static ExampleRow Of(TagExample e) => new()
        {
            Title = e.Title, On = e.Given.On, JoinedOn = e.Given.JoinedOn, Birthday = e.Given.Birthday, TierCode = e.Given.TierCode,
            Receipts = ReceiptLines.Write(e.Given.Receipts), MustHave = e.MustHave,
        };
    }
}
