using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Access;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>A role of the chain's own making.</summary>
[Needs("Platform.Roles.Change")]
internal sealed class CreateRole(PlatformDb db, Powers powers, Changes changes)
    : UseCase<CreateRole.Input, CreateRole.Result>
{
    public sealed record Input(string Code, string Name, IReadOnlyList<string> Permissions) : IInput<Result>;

    public sealed record Result(string Code);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await db.Roles.AnyAsync(r => r.Code == input.Code, cancel))
            throw new Refusal("platform.code-taken", RefusalKind.Conflict, ("code", input.Code));
        var permissions = input.Permissions.Distinct().ToList();
        await powers.RefuseUnknownAsync(permissions, cancel);
        powers.RefuseUnlessHeld(call.Caller, permissions, GrantScope.Chain);
        db.Roles.Add(new Role { Code = input.Code, Name = input.Name });
        db.RolePermissions.AddRange(permissions.Select(p => new RolePermission { Role = input.Code, Permission = p }));
        await changes.OfAccessAsync(cancel);
        return new Result(input.Code);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Code).BrandCode();
            RuleFor(i => i.Name).DisplayName();
        }
    }
}
