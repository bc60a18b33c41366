using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Fetches the tags of the session's brand with their terms opened.</summary>
internal sealed class TagShelf(MembershipDb db)
{
    /// <summary>To be changed through the context.</summary>
    public async Task<Tag> FindAsync(string code, CancellationToken cancel) =>
        await db.Tags.SingleOrDefaultAsync(t => t.Code == code, cancel)
        ?? throw MemberRefusals.TagNotFound(code);

    /// <summary>Without a rule there is nothing to judge: tills of such a brand wait for no count.</summary>
    public Task<bool> HasRulesAsync(CancellationToken cancel) =>
        db.Tags.AnyAsync(t => t.State == TagState.Active && t.Kind == TagKind.Automatic, cancel);

    /// <summary>Takes tags away from members, a statement for each tag.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<MemberTag> lost, CancellationToken cancel)
    {
        foreach (var of in lost.GroupBy(h => h.TagId))
        {
            Guid[] members = [.. of.Select(h => h.MemberId)];
            await db.MemberTags.Where(h => h.TagId == of.Key && EF.Parameter(members).Contains(h.MemberId))
                .ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>The version of each active tag that decides on a day, by code.</summary>
    public async Task<IReadOnlyList<TagInForce>> InForceAsync(DateOnly day, CancellationToken cancel)
    {
        var found = await (
            from tag in db.Tags.AsNoTracking()
            join version in db.TagVersions on tag.Id equals version.TagId
            where tag.State == TagState.Active && version.State == TagVersionState.Active && version.From <= day
            select new { tag.Id, tag.Code, tag.Kind, version.Number, version.Terms }).ToListAsync(cancel);
        return
        [
            .. found.GroupBy(f => f.Id).Select(g => g.MaxBy(f => f.Number)!).OrderBy(f => f.Code, StringComparer.Ordinal)
                .Select(f => new TagInForce(f.Id, f.Code, f.Kind, f.Number, TagTerms.Read(f.Terms))),
        ];
    }

    /// <summary>Wordings that gave tags, whatever became of them since.</summary>
    public async Task<IReadOnlyDictionary<(Guid Tag, int Number), TagInForce>> OfVersionsAsync(
        IReadOnlyCollection<Guid> tags, CancellationToken cancel)
    {
        var found = await (
            from tag in db.Tags.AsNoTracking()
            join version in db.TagVersions on tag.Id equals version.TagId
            where EF.Parameter(tags).Contains(tag.Id)
            select new { tag.Id, tag.Code, tag.Kind, version.Number, version.Terms }).ToListAsync(cancel);
        return found.ToDictionary(
            f => (f.Id, f.Number), f => new TagInForce(f.Id, f.Code, f.Kind, f.Number, TagTerms.Read(f.Terms)));
    }
}

/// <summary>A version of a tag.</summary>
internal sealed record TagInForce(Guid Id, string Code, TagKind Kind, int Number, TagTerms Terms);
