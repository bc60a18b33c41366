using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>
/// The tags of a member, each with the rule, the version and the figures that gave it, and what he gained and lost before.
/// </summary>
[Needs(MembershipPermissions.ViewTags)]
internal sealed class FindMemberTags(
    MembershipDb db, MemberDesk desk, TagShelf shelf, Objectors objectors, ITexts texts)
    : Query<FindMemberTags.Input, FindMemberTags.Result>
{
    private const int MostChanges = 50;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.FindAsync(call, input.Member, cancel);
        member.RefuseOutsideStoresOf(call, MembershipPermissions.ViewTags);
        var held = await (
            from tag in db.MemberTags.AsNoTracking()
            where tag.MemberId == member.Id && db.Tags.Any(t => t.Id == tag.TagId && t.State == TagState.Active)
            select tag).ToListAsync(cancel);
        var changes = await db.TagChanges.AsNoTracking().Where(c => c.MemberId == member.Id)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostChanges).ToListAsync(cancel);
        var known = await shelf.OfVersionsAsync(
            [.. held.Select(h => h.TagId).Concat(changes.Select(c => c.TagId)).Distinct()], cancel);
        return new Result(
            member.MemberNo, await objectors.HasAsync(member.Id, cancel),
            [.. held.Select(h => Show(h, known[(h.TagId, h.Number)])).OrderBy(t => t.Tag, StringComparer.Ordinal)],
            [.. changes.Select(c => Show(c, known[(c.TagId, c.Number)]))]);
    }

    private Held Show(MemberTag held, TagInForce rule) => new(
        rule.Code, rule.Terms.Name.In(texts.Language), rule.Kind, rule.Number, held.Since, held.At, rule.Terms.Match,
        TagWhy.Read(rule.Terms, held.Figures), held.Operator, held.Reason);

    private Change Show(TagChange change, TagInForce rule) => new(
        rule.Code, rule.Terms.Name.In(texts.Language), change.Step, rule.Number, change.On, change.At,
        TagWhy.Read(rule.Terms, change.Figures), change.Operator, change.Reason);

    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    /// <param name="Objects">He does not want conclusions drawn from what he buys: no rule gives him a tag.</param>
    /// <param name="History">Latest first, the last fifty.</param>
    internal sealed record Result(string MemberNo, bool Objects, IReadOnlyList<Held> Tags, IReadOnlyList<Change> History);

    /// <param name="Tag">Its code.</param>
    /// <param name="Version">Of the rule.</param>
    /// <param name="DecidedAt">UTC.</param>
    /// <param name="Why">Each condition with what it found then; empty where a person gave it.</param>
    /// <param name="Reason">Of who gave it by hand.</param>
    internal sealed record Held(
        string Tag, string Name, TagKind Kind, int Version, DateOnly Since, DateTime DecidedAt, TagMatch Match,
        IReadOnlyList<TagWhy> Why, string Operator, string? Reason);

    internal sealed record Change(
        string Tag, string Name, TagStep Step, int Version, DateOnly BusinessDate, DateTime DecidedAt, IReadOnlyList<TagWhy> Why,
        string Operator, string? Reason);
}
