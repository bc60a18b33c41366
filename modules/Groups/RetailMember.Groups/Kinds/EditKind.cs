using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Groups.Data;
using RetailMember.UseCases;

namespace RetailMember.Groups.Kinds;

/// <summary>
/// Makes a kind of group or changes it. Groups that stand follow its new terms; none loses a member by it. While any
/// stands, no more of them may pay with the points of all, or earn for others, than its members have agreed to.
/// </summary>
[Needs(GroupPermissions.EditKinds)]
internal sealed class EditKind(GroupsDb db, KindShelf kinds) : UseCase<EditKind.Input, KindView>
{
    protected override async Task<KindView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var kind = await kinds.LockAsync(input.Kind, cancel);
        if (kind is null)
        {
            kind = new GroupKind
            {
                Id = Guid.CreateVersion7(),
                BrandId = call.RequiredBrand.Id,
                Code = input.Kind,
                Terms = "",
                EditedBy = call.Caller.Name,
            };
            db.Kinds.Add(kind);
        }
        else if (input.Terms.AsksMoreThan(KnownKind.Of(kind).Terms)
            && await db.Groups.AnyAsync(g => g.KindId == kind.Id && g.EndedAt == null, cancel))
        {
            throw new Refusal(GroupRefusals.PoolNotAgreed, RefusalKind.Conflict);
        }

        (kind.Terms, kind.Withdrawn, kind.EditedBy, kind.EditedAt) =
            (JsonSerializer.Serialize(input.Terms, Json.Options), input.Withdrawn, call.Caller.Name, call.At);
        return KindView.Of(KnownKind.Of(kind));
    }

    /// <param name="Kind">Its code, such as <c>household</c>.</param>
    /// <param name="Withdrawn">No new groups are formed; those that stand go on.</param>
    internal sealed record Input(string Kind, KindTerms Terms, bool Withdrawn = false) : IInput<KindView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Kind).MaximumLength(GroupsDb.CodeLength)
                .Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");
            RuleFor(i => i.Terms).SetValidator(new KindTermsRules());
        }
    }
}
