using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>
/// Puts a draft into force: from its day on it decides, and changes no more. Its worked examples must come true and what it
/// names must be there. Where its day is today or past, all members are counted again in the background.
/// </summary>
[Needs(MembershipPermissions.ActivateTags)]
internal sealed class ActivateTag(
    MembershipDb db, TagShelf shelf, IMemberTiers tiers, IBrandDirectory brands, RecountBook recounts)
    : UseCase<ActivateTag.Input, TagView>
{
    protected override async Task<TagView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var tag = await shelf.FindAsync(input.Tag, cancel);
        if (tag.State == TagState.Ended)
            throw new Refusal("membership.tag-ended", RefusalKind.Conflict, ("tag", input.Tag));
        var versions = await db.TagVersions.Where(v => v.TagId == tag.Id).ToListAsync(cancel);
        var draft = versions.SingleOrDefault(v => v.State == TagVersionState.Draft)
            ?? throw new Refusal("membership.tag-no-draft", RefusalKind.Conflict, ("tag", input.Tag));
        var terms = TagTerms.Read(draft.Terms);
        RequireExamples(terms);
        await RequireNamesAsync(terms, call, cancel);
        (draft.State, draft.ActivatedAt) = (TagVersionState.Active, call.At);
        (tag.State, tag.EditedBy, tag.EditedAt) = (TagState.Active, call.Caller.Name, call.At);
        var today = call.RequiredBrand.DateOf(call.At);
        if (tag.Kind == TagKind.Automatic && draft.From <= today)
            await recounts.EnqueueAsync(call, cancel);
        return TagView.Of(tag, versions, today, default);
    }

    /// <summary>A rule is proved from both sides: by somebody who has the tag and somebody who has not.</summary>
    private static void RequireExamples(TagTerms terms)
    {
        if (terms.Kind == TagKind.Manual) return;
        var runs = TagExampleRun.Of(terms);
        if (!runs.Any(r => r.MustHave) || runs.All(r => r.MustHave))
            throw new Refusal("membership.tag-examples-missing", RefusalKind.Conflict);
        if (runs.FirstOrDefault(r => !r.Passed) is { } failed)
            throw new Refusal("membership.tag-examples-fail", RefusalKind.Conflict, ("example", failed.Title));
    }

    private async Task RequireNamesAsync(TagTerms terms, CallContext call, CancellationToken cancel)
    {
        var stores = Named(terms, TagMeasure.UsualStore);
        if (stores.FirstOrDefault(s => brands.FindStore(call.RequiredBrand.Id, s)?.Code != s) is { } store)
            throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", store));
        if (await tiers.UnknownAsync(Named(terms, TagMeasure.Tier), call.At, cancel) is { } noTier) throw noTier;
    }

    private static IEnumerable<string> Named(TagTerms terms, TagMeasure measure) =>
        terms.Conditions.Where(c => c.Measure == measure).SelectMany(c => c.OneOf);

    internal sealed record Input(string Tag) : IInput<TagView>;
}
