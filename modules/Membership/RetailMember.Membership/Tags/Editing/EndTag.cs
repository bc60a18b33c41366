using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Ends a tag for good: at once it counts for nobody, and whoever has it loses it in the background.</summary>
[Needs(MembershipPermissions.ActivateTags)]
internal sealed class EndTag(MembershipDb db, TagShelf shelf, RecountBook recounts) : UseCase<EndTag.Input, TagView>
{
    protected override async Task<TagView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var tag = await shelf.FindAsync(input.Tag, cancel);
        if (tag.State == TagState.Ended)
            throw new Refusal("membership.tag-ended", RefusalKind.Conflict, ("tag", input.Tag));
        if (tag.State == TagState.Active) await recounts.EnqueueAsync(call, cancel);
        (tag.State, tag.EditedBy, tag.EditedAt) = (TagState.Ended, call.Caller.Name, call.At);
        var versions = await db.TagVersions.Where(v => v.TagId == tag.Id).ToListAsync(cancel);
        return TagView.Of(tag, versions, call.RequiredBrand.DateOf(call.At), default);
    }

    internal sealed record Input(string Tag) : IInput<TagView>;
}
