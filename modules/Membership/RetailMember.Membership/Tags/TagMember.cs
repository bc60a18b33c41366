using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Gives a member a tag by hand, with a reason. Tags that rules give are nobody's to give.</summary>
[Needs(MembershipPermissions.TagMembers)]
internal sealed class TagMember(MembershipDb db, MemberDesk desk, TagShelf shelf) : UseCase<TagMember.Input, TagMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.LockAsync(call, input.Member, cancel);
        member.RefuseOutsideStoresOf(call, MembershipPermissions.TagMembers);
        if (member.Status != MemberStatus.Active) throw MemberRefusals.NotActive(member.MemberNo);
        var today = call.RequiredBrand.DateOf(call.At);
        var tag = await shelf.FindAsync(input.Tag, cancel);
        if (tag.Kind == TagKind.Automatic)
            throw new Refusal("membership.tag-by-rule", RefusalKind.Conflict, ("tag", input.Tag));
        var rule = (await shelf.InForceAsync(today, cancel)).FirstOrDefault(t => t.Id == tag.Id)
            ?? throw new Refusal("membership.tag-not-active", RefusalKind.Conflict, ("tag", input.Tag));
        if (await db.MemberTags.FindAsync([member.Id, tag.Id], cancel) is { } held)
            return new Result(member.MemberNo, tag.Code, held.Since);
        db.MemberTags.Add(new MemberTag
        {
            TagId = tag.Id, MemberId = member.Id, BrandId = member.BrandId, Since = today, At = call.At, Number = rule.Number,
            Operator = call.Caller.Name, Reason = input.Reason,
        });
        db.TagChanges.Add(new TagChange
        {
            Id = Guid.CreateVersion7(), BrandId = member.BrandId, TagId = tag.Id, MemberId = member.Id, Step = TagStep.Gained,
            On = today, At = call.At, Number = rule.Number, Operator = call.Caller.Name, Reason = input.Reason,
        });
        return new Result(member.MemberNo, tag.Code, today);
    }

    /// <param name="Tag">The tag's code.</param>
    /// <param name="Reason">Kept with it.</param>
    internal sealed record Input([property: Personal] string Member, string Tag, string Reason) : IInput<Result>;

    /// <param name="Since">Business day; an earlier one where he has had it already.</param>
    internal sealed record Result(string MemberNo, string Tag, DateOnly Since) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Tag).NotEmpty().MaximumLength(MembershipDb.CodeLength);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(TagTables.ReasonLength);
        }
    }
}
