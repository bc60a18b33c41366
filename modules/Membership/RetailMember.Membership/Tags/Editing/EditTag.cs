using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>
/// Drafts a tag, changes the draft of that code, or drafts the next version of one that is active already: what decides is
/// never edited.
/// </summary>
[Needs(MembershipPermissions.EditTags)]
internal sealed class EditTag(MembershipDb db) : UseCase<EditTag.Input, TagView>
{
    protected override async Task<TagView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var tag = await db.Tags.SingleOrDefaultAsync(t => t.Code == input.Tag, cancel);
        if (tag is { State: TagState.Ended })
            throw new Refusal("membership.tag-ended", RefusalKind.Conflict, ("tag", input.Tag));
        if (tag is not null && tag.Kind != input.Terms.Kind)
            throw new Refusal("membership.tag-kind-is-fixed", RefusalKind.Conflict, ("tag", input.Tag));
        if (tag is null) db.Tags.Add(tag = Make(input, call));
        var versions = await db.TagVersions.Where(v => v.TagId == tag.Id).ToListAsync(cancel);
        var draft = versions.SingleOrDefault(v => v.State == TagVersionState.Draft);
        if (draft is null)
        {
            draft = new TagVersion
            {
                TagId = tag.Id,
                BrandId = tag.BrandId,
                Number = versions.Select(v => v.Number).DefaultIfEmpty(0).Max() + 1,
                Terms = "",
                EditedBy = "",
            };
            db.TagVersions.Add(draft);
            versions.Add(draft);
        }

        (draft.Terms, draft.From) = (input.Terms.ToJson(), input.Terms.From);
        (draft.EditedBy, draft.EditedAt) = (call.Caller.Name, call.At);
        (tag.EditedBy, tag.EditedAt) = (call.Caller.Name, call.At);
        return TagView.Of(tag, versions, call.RequiredBrand.DateOf(call.At), default);
    }

    private static Tag Make(Input input, CallContext call) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = call.RequiredBrand.Id,
        Code = input.Tag,
        Kind = input.Terms.Kind,
        EditedBy = call.Caller.Name,
    };

    /// <param name="Tag">Its code.</param>
    internal sealed record Input(string Tag, TagTerms Terms) : IInput<TagView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        /// <summary>Pages beside those of tags: a tag so named would have none.</summary>
        private static readonly string[] Words = ["new", "recount"];

        public Rules()
        {
            RuleFor(i => i.Tag).MaximumLength(MembershipDb.CodeLength)
                .Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code")
                .Must(code => !Words.Contains(code, StringComparer.OrdinalIgnoreCase)).WithErrorCode("membership.tag-word");
            RuleFor(i => i.Terms).SetValidator(new TagTermsRules());
        }
    }
}
