using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;

namespace RetailMember.Platform.People;

/// <summary>
/// Brings in the roles of a chain, and gives each permission to its default roles when it is seen for the first time.
/// What head office changed since is never touched again, and two hosts may do it at once.
/// </summary>
internal sealed class RoleSeed(ModuleCatalogue modules, PlatformDb db, DataSession session, IRows rows, Changes changes)
{
    public async Task SowAsync(CancellationToken cancel)
    {
        session.AllBrands = true;
        await session.BeginAsync(cancel);
        var seen = await db.KnownPermissions.ToDictionaryAsync(p => p.Name, cancel);
        var fresh = modules.Permissions.Where(p => !seen.ContainsKey(p.Name)).ToList();
        foreach (var permission in modules.Permissions.Except(fresh)) seen[permission.Name].Apart = permission.Apart;
        if (db.ChangeTracker.HasChanges())
        {
            await session.SaveAsync(cancel);
            await changes.OfAccessAsync(cancel);
        }

        if (fresh.Count > 0)
        {
            await rows.InsertMissingAsync([.. DefaultRole.All.Select(code => new Role { Code = code })], cancel);
            await rows.InsertMissingAsync([.. fresh.Select(p => new KnownPermission { Name = p.Name, Apart = p.Apart })], cancel);
            var grants = fresh.SelectMany(p => RolesOf(p), (p, r) => new RolePermission { Role = r, Permission = p.Name });
            await rows.InsertMissingAsync([.. grants], cancel);
            await changes.OfAccessAsync(cancel);
        }

        await session.CommitAsync(cancel);
    }

    /// <summary>Who runs a brand may do what its people may, or could appoint none of them; but for what is apart.</summary>
    private static IEnumerable<string> RolesOf(Permission permission)
    {
        var roles = permission.Reach == Reach.Chain || permission.Apart
            ? permission.DefaultRoles
            : permission.DefaultRoles.Append(DefaultRole.OperationsDirector);
        return roles.Where(r => r != DefaultRole.HeadOffice).Distinct();
    }
}
