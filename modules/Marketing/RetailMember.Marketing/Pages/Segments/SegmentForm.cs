using System.Text.Json.Serialization;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Membership;
using RetailMember.Pages.Forms;

namespace RetailMember.Marketing.Pages.Segments;

/// <summary>
/// A segment as its form has it, finished or not: rows in which no condition is chosen yet are spare ones, and fields that
/// another kind had before are forgotten.
/// </summary>
internal sealed record SegmentForm
{
    public string? Segment { get; init; }

    /// <summary>The newest when it was opened; 0 of a new one.</summary>
    public int Version { get; init; }

    public Part Terms { get; init; } = new();

    public EditSegment.Input ToInput(Kinds kinds) => new(Segment ?? "", new SegmentTerms
    {
        Name = new LocalName(Terms.Name.ZhHans ?? "", Terms.Name.En ?? ""), Members = Terms.Members.ToGroup(kinds),
    })
    {
        Version = Version,
    };

    public static SegmentForm Of(string segment, int version, SegmentTerms terms) => new()
    {
        Segment = segment,
        Version = version,
        Terms = new Part
        {
            Name = new NameRow { ZhHans = terms.Name.ZhHans, En = terms.Name.En }, Members = GroupRow.Of(terms.Members),
        },
    };

    internal sealed record Part
    {
        public NameRow Name { get; init; } = new();

        public GroupRow Members { get; init; } = new();
    }

    internal sealed record NameRow
    {
        [JsonPropertyName("zh-Hans")]
        public string? ZhHans { get; init; }

        public string? En { get; init; }
    }

    internal sealed record GroupRow
    {
        public SegmentMatch Match { get; init; }

        public bool Not { get; init; }

        public IReadOnlyList<ConditionRow> Conditions { get; init; } = [];

        public IReadOnlyList<GroupRow> Groups { get; init; } = [];

        private bool IsSpare => Conditions.All(c => c.Kind is null) && Groups.All(g => g.IsSpare);

        public SegmentGroup ToGroup(Kinds kinds) => new()
        {
            Match = Match, Not = Not,
            Conditions = [.. Conditions.Where(c => c.Kind is not null).Select(c => c.ToCondition(kinds))],
            Groups = [.. Groups.Where(g => !g.IsSpare).Select(g => g.ToGroup(kinds))],
        };

        public static GroupRow Of(SegmentGroup group) => new()
        {
            Match = group.Match, Not = group.Not, Conditions = [.. group.Conditions.Select(ConditionRow.Of)],
            Groups = [.. group.Groups.Select(Of)],
        };
    }

    internal sealed record ConditionRow
    {
        public string? Kind { get; init; }

        public bool Not { get; init; }

        public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

        public SegmentCondition ToCondition(Kinds kinds) => new(Kind!)
        {
            Not = Not,
            Values = (kinds.Find(Kind!)?.Asks ?? [])
                .Select(f => (f.Name, Values: ValuesOf(f)))
                .Where(f => f.Values.Count > 0)
                .ToDictionary(f => f.Name, f => f.Values),
        };

        public static ConditionRow Of(SegmentCondition condition) =>
            new() { Kind = condition.Kind, Not = condition.Not, Values = condition.Values };

        private IReadOnlyList<string> ValuesOf(MemberConditionField field)
        {
            var values = Values.TryGetValue(field.Name, out var given) ? given : [];
            return field.Kind == ConditionFieldKind.Words ? [.. values.SelectMany(v => NameList.Split(v))] : values;
        }
    }
}

/// <summary>The kinds of conditions that there are now, by code.</summary>
internal sealed class Kinds(IReadOnlyList<MemberConditionKind> all)
{
    public IReadOnlyList<MemberConditionKind> All => all;

    public MemberConditionKind? Find(string code) => all.FirstOrDefault(k => k.Code == code);
}
