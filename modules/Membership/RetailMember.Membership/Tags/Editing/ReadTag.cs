using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>One tag with all its versions, what their examples come to, and how many had it day by day.</summary>
[Needs(MembershipPermissions.ViewTags)]
internal sealed class ReadTag(MembershipDb db, TagShelf shelf, TagStatistics statistics) : Query<ReadTag.Input, ReadTag.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var tag = await shelf.FindAsync(input.Tag, cancel);
        var versions = await db.TagVersions.AsNoTracking()
            .Where(v => v.TagId == tag.Id).OrderByDescending(v => v.Number).ToListAsync(cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var days = tag.State == TagState.Active ? await statistics.TrendAsync(tag.Id, today, cancel) : [];
        var numbers = new TagNumbers(days is [.., var last] ? last.Members : 0, days.Sum(d => d.Gained), days.Sum(d => d.Lost));
        return new Result(
            TagView.Of(tag, versions, today, numbers),
            [.. versions.Select(Show)],
            days);
    }

    private static Wording Show(TagVersion version)
    {
        var terms = TagTerms.Read(version.Terms);
        return new Wording(
            version.Number, version.State, terms, TagExampleRun.Of(terms), version.EditedBy, version.EditedAt, version.ActivatedAt);
    }

    internal sealed record Input(string Tag) : IInput<Result>;

    /// <param name="Wordings">Latest first.</param>
    /// <param name="Days">Oldest first.</param>
    internal sealed record Result(TagView Definition, IReadOnlyList<Wording> Wordings, IReadOnlyList<TagDay> Days);

    /// <param name="EditedAt">UTC.</param>
    /// <param name="ActivatedAt">UTC.</param>
    internal sealed record Wording(
        int Version, TagVersionState State, TagTerms Terms, IReadOnlyList<TagExampleRun> Runs, string EditedBy, DateTime EditedAt,
        DateTime? ActivatedAt);
}
