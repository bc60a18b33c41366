using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Tags;

/// <summary>What becomes of some members' tags: each rule's verdict beside what they have.</summary>
internal sealed class TagPlan(IReadOnlyList<TagInForce> rules, IReadOnlyCollection<MemberTag> held, TagOccasion occasion)
{
    private readonly ILookup<Guid, MemberTag> heldBy = held.ToLookup(h => h.MemberId);
    private readonly Dictionary<Guid, TagInForce> known = rules.ToDictionary(r => r.Id);
    private readonly List<MemberTag> gained = [];
    private readonly List<MemberTag> lost = [];
    private readonly List<MemberTag> confirmed = [];
    private readonly List<TagChange> changes = [];

    public int Gained => gained.Count;

    public int Lost => lost.Count;

    /// <param name="member">Whose tags.</param>
    /// <param name="facts">Null: no rule may look at him, and he has no automatic tag.</param>
    /// <param name="automatic">The rules that decide.</param>
    public void Judge(Member member, TagFacts? facts, IEnumerable<TagInForce> automatic)
    {
        var has = heldBy[member.Id].ToDictionary(h => h.TagId);
        var verdicts = facts is null
            ? []
            : automatic.ToDictionary(r => r.Id, r => (Rule: r, Verdict: TagJudge.Judge(r.Terms, facts)));
        foreach (var (id, (rule, verdict)) in verdicts)
        {
            if (!verdict.Holds) continue;
            if (!has.TryGetValue(id, out var tag)) Gain(member, rule, verdict);
            else if (tag.Number != rule.Number) Confirm(tag, rule, verdict);
        }

        foreach (var tag in has.Values)
        {
            if (verdicts.TryGetValue(tag.TagId, out var now) && now.Verdict.Holds) continue;
            if (known.TryGetValue(tag.TagId, out var rule) && rule.Kind == TagKind.Manual) continue;
            Lose(tag, now.Rule, now.Verdict);
        }
    }

    /// <param name="remove">Removes rows by their keys.</param>
    public async Task WriteAsync(
        IRows rows, Func<IReadOnlyCollection<MemberTag>, CancellationToken, Task> remove, CancellationToken cancel)
    {
        await remove(lost, cancel);
        await rows.InsertAsync(gained, cancel);
        await rows.UpdateAsync(confirmed, [nameof(MemberTag.Number), nameof(MemberTag.Figures)], cancel);
        await rows.InsertAsync(changes, cancel);
    }

    private void Gain(Member member, TagInForce rule, TagVerdict verdict)
    {
        var tag = new MemberTag
        {
            TagId = rule.Id, MemberId = member.Id, BrandId = member.BrandId, Since = occasion.On, At = occasion.At,
            Number = rule.Number, Figures = Write(rule, verdict), Operator = occasion.Operator,
        };
        gained.Add(tag);
        changes.Add(Change(tag, TagStep.Gained, rule.Number, tag.Figures));
    }

    private void Confirm(MemberTag tag, TagInForce rule, TagVerdict verdict)
    {
        (tag.Number, tag.Figures) = (rule.Number, Write(rule, verdict));
        confirmed.Add(tag);
    }

    private void Lose(MemberTag tag, TagInForce? rule, TagVerdict? verdict)
    {
        lost.Add(tag);
        changes.Add(Change(
            tag, TagStep.Lost, rule?.Number ?? tag.Number, rule is null || verdict is null ? null : Write(rule, verdict)));
    }

    private TagChange Change(MemberTag tag, TagStep step, int number, string? figures) => new()
    {
        Id = Guid.CreateVersion7(), BrandId = tag.BrandId, TagId = tag.TagId, MemberId = tag.MemberId, Step = step,
        On = occasion.On, At = occasion.At, Number = number, Figures = figures, Operator = occasion.Operator,
    };

    private static string Write(TagInForce rule, TagVerdict verdict) => TagWhy.Write(rule.Terms.Conditions, verdict.Figures);
}
