using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>The brand's tags by code, each with how many have it.</summary>
[Needs(MembershipPermissions.ViewTags)]
internal sealed class FindTags(MembershipDb db, TagStatistics statistics) : Query<FindTags.Input, FindTags.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Tags.AsNoTracking();
        if (input.State is { } state) found = found.Where(t => t.State == state);
        if (input.Kind is { } kind) found = found.Where(t => t.Kind == kind);
        var tags = await found.OrderBy(t => t.Code).ToListAsync(cancel);
        Guid[] ids = [.. tags.Select(t => t.Id)];
        var versions = (await db.TagVersions.AsNoTracking()
            .Where(v => EF.Parameter(ids).Contains(v.TagId)).ToListAsync(cancel)).ToLookup(v => v.TagId);
        var today = call.RequiredBrand.DateOf(call.At);
        var numbers = await statistics.NumbersAsync(today, cancel);
        return new Result(
            [.. tags.Select(t => TagView.Of(t, [.. versions[t.Id]], today, NumbersOf(t)))], await statistics.RecountAsync(cancel));

        TagNumbers NumbersOf(Tag tag) => tag.State == TagState.Active ? numbers.GetValueOrDefault(tag.Id) : default;
    }

    internal sealed record Input : IInput<Result>
    {
        public TagState? State { get; init; }

        public TagKind? Kind { get; init; }
    }

    /// <param name="Recount">The last one that was begun; left out: none.</param>
    internal sealed record Result(IReadOnlyList<TagView> Tags, TagRecountView? Recount);
}
