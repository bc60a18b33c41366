using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Takes a tag that a person gave away again, with a reason.</summary>
[Needs(MembershipPermissions.TagMembers)]
internal sealed class UntagMember(MembershipDb db, MemberDesk desk, TagShelf shelf) : UseCase<UntagMember.Input, UntagMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.LockAsync(call, input.Member, cancel);
        member.RefuseOutsideStoresOf(call, MembershipPermissions.TagMembers);
        var tag = await shelf.FindAsync(input.Tag, cancel);
        if (tag.Kind == TagKind.Automatic)
            throw new Refusal("membership.tag-by-rule", RefusalKind.Conflict, ("tag", input.Tag));
        var held = await db.MemberTags.FindAsync([member.Id, tag.Id], cancel)
            ?? throw new Refusal("membership.tag-not-held", RefusalKind.Conflict, ("tag", input.Tag));
        db.MemberTags.Remove(held);
        db.TagChanges.Add(new TagChange
        {
            Id = Guid.CreateVersion7(), BrandId = member.BrandId, TagId = tag.Id, MemberId = member.Id, Step = TagStep.Lost,
            On = call.RequiredBrand.DateOf(call.At), At = call.At, Number = held.Number, Operator = call.Caller.Name,
            Reason = input.Reason,
        });
        return new Result(member.MemberNo, tag.Code);
    }

    internal sealed record Input([property: Personal] string Member, string Tag, string Reason) : IInput<Result>;

    internal sealed record Result(string MemberNo, string Tag) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(TagTables.ReasonLength);
    }
}
