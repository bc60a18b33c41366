using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <inheritdoc cref="IMemberTags" />
internal sealed class MembersTags(
    MembershipDb db, DataSession session, TagKeeper keeper, TagShelf shelf, IBrandDirectory brands, ITexts texts, TimeProvider time)
    : IMemberTags
{
    public async Task<IReadOnlyList<TagChoice>> ChoicesAsync(CancellationToken cancel)
    {
        if (session.Brand is not { } id || brands.Find(id) is not { } brand)
            throw new InvalidOperationException("Tags belong to a brand: the session has none.");
        var tags = await shelf.InForceAsync(time.Today(brand), cancel);
        return [.. tags.Select(t => new TagChoice(t.Code, t.Terms.Name.In(texts.Language)))];
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> OfAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var found = await (
            from held in db.MemberTags.AsNoTracking()
            join tag in db.Tags on held.TagId equals tag.Id
            where EF.Parameter(members).Contains(held.MemberId) && tag.State == TagState.Active
            orderby tag.Code
            select new { held.MemberId, tag.Code }).ToListAsync(cancel);
        return found.GroupBy(f => f.MemberId, f => f.Code).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]);
    }

    public Task RefreshAsync(IReadOnlyCollection<Guid> members, CallContext call, CancellationToken cancel) =>
        keeper.RefreshAsync(members, TagOccasion.Of(call), cancel);
}
