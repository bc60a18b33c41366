using Microsoft.EntityFrameworkCore;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Says anew what a role may do, for everybody who has it, from the next request on. What is added or taken away must
/// be the caller's own. Head office always may everything.
/// </summary>
[Needs("Platform.Roles.Change")]
internal sealed class ChangeRolePermissions(PlatformDb db, Powers powers, Changes changes)
    : UseCase<ChangeRolePermissions.Input, ChangeRolePermissions.Result>
{
    public sealed record Input(string Code, IReadOnlyList<string> Permissions) : IInput<Result>;

    public sealed record Result(string Code, int Added, int Removed);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Code == DefaultRole.HeadOffice) throw new Refusal("platform.role-fixed", RefusalKind.Conflict);
        if (!await db.Roles.AnyAsync(r => r.Code == input.Code, cancel))
            throw new Refusal("platform.role-not-found", RefusalKind.NotFound, ("role", input.Code));
        await powers.RefuseUnknownAsync(input.Permissions, cancel);
        var rows = await db.RolePermissions.Where(p => p.Role == input.Code).ToListAsync(cancel);
        var added = input.Permissions.Except(rows.Select(r => r.Permission)).ToList();
        var removed = rows.Where(r => !input.Permissions.Contains(r.Permission)).ToList();
        powers.RefuseUnlessHeld(call.Caller, added.Concat(removed.Select(r => r.Permission)), GrantScope.Chain);

        db.RolePermissions.RemoveRange(removed);
        db.RolePermissions.AddRange(added.Select(p => new RolePermission { Role = input.Code, Permission = p }));
        await changes.OfAccessAsync(cancel);
        return new Result(input.Code, added.Count, removed.Count);
    }
}
