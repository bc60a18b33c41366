using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using RetailMember.Membership.Tags;
using static RetailMember.Marketing.Tests.Segments.Conditions;

namespace RetailMember.Marketing.Tests.Segments;

/// <summary>Five members who differ in what conditions look at, told from all others by a tag of their own.</summary>
internal sealed class SegmentTrial(Chain chain, string tag, Dictionary<string, string> members)
{
    public static async Task<SegmentTrial> OpenAsync(Chain chain)
    {
        var tag = Chain.Key();
        await chain.Do(new EditTag.Input(tag, new TagTerms
        {
            Name = new LocalName("试", "Trial"), Kind = TagKind.Manual, From = new DateOnly(2026, 1, 1),
        }));
        await chain.Do(new ActivateTag.Input(tag));
        var members = new Dictionary<string, string>();
        foreach (var name in (string[])["goldRich", "gold", "rich", "west", "plain"])
        {
            var member = members[name] = await chain.MemberAsync(name == "west" ? "s2" : "s1");
            if (name.StartsWith("gold", StringComparison.Ordinal)) await chain.Do(new GrantTier.Input(member, "gold", "test"));
            if (name is "rich" or "goldRich") await chain.BuyAsync(member, 200m);
            await chain.Do(new TagMember.Input(member, tag, "test"));
        }

        return new SegmentTrial(chain, tag, members);
    }

    public string NumberOf(string name) => members[name];

    /// <summary>The group, of these members alone.</summary>
    public SegmentGroup Only(SegmentGroup group) => All(Of("membership.tags", ("oneOf", tag))) with { Groups = [group] };

    /// <summary>The names of those who are in it.</summary>
    public async Task<IReadOnlyList<string>> InAsync(SegmentGroup group)
    {
        var preview = await chain.Do(new PreviewSegment.Input(Only(group)));
        preview.Count.ShouldBe(preview.SampleMembers.Count);
        return [.. preview.SampleMembers.Select(s => members.Single(m => m.Value == s.MemberNo).Key)];
    }
}

/// <summary>Short ways to write trees.</summary>
internal static class Conditions
{
    public static SegmentCondition Of(string kind, params (string Field, string Value)[] values) =>
        new(kind) { Values = MemberCondition.Of(kind, values).Values };

    public static SegmentGroup All(params SegmentCondition[] conditions) => new() { Conditions = conditions };

    public static SegmentGroup Any(params SegmentCondition[] conditions) =>
        new() { Conditions = conditions, Match = SegmentMatch.Any };
}
