using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Data;
using RetailMember.Platform.People;
using RetailMember.Platform.Snapshots;
using RetailMember.Platform.Tills;

namespace RetailMember.Platform.Access;

/// <summary>Who may what, in memory: changes hold from the next request on.</summary>
internal sealed class AccessDirectory(
    ModuleCatalogue modules, IServiceScopeFactory scopes, ILogger<AccessDirectory> log)
    : Snapshot<AccessMap>("access", scopes, log)
{
    protected override async Task<AccessMap> ReadAsync(PlatformDb db, CancellationToken cancel)
    {
        var roles = await RolesAsync(db, cancel);
        var assignments = (await db.Assignments.AsNoTracking().ToListAsync(cancel)).ToLookup(a => a.PersonId);
        var grants = (await db.Grants.AsNoTracking().ToListAsync(cancel)).ToLookup(g => g.PersonId);
        var people = await db.People.AsNoTracking().Where(p => p.Active).ToListAsync(cancel);
        var tills = await db.AcrossBrands<Till>().AsNoTracking().Where(t => t.RevokedAt == null).ToListAsync(cancel);
        return new AccessMap(
            people.ToFrozenDictionary(p => p.Id, p => AccessOf(p, assignments[p.Id], grants[p.Id], roles)),
            roles,
            tills.ToFrozenDictionary(t => t.Id, t => AccessOf(t, roles)))
        {
            Apart = (await db.KnownPermissions.Where(p => p.Apart).Select(p => p.Name).ToListAsync(cancel)).ToFrozenSet(),
            RoleNames = await RoleNamesAsync(db, cancel),
        };
    }

    /// <summary>Head office has every permission, those of a plug-in that came yesterday included.</summary>
    private async Task<FrozenDictionary<string, FrozenSet<string>>> RolesAsync(PlatformDb db, CancellationToken cancel)
    {
        var codes = await db.Roles.AsNoTracking().Select(r => r.Code).ToListAsync(cancel);
        var rows = (await db.RolePermissions.AsNoTracking().ToListAsync(cancel))
            .ToLookup(p => p.Role, p => p.Permission);
        return codes.ToFrozenDictionary(c => c, c => c == DefaultRole.HeadOffice
            ? modules.Permissions.Select(p => p.Name).ToFrozenSet()
            : rows[c].ToFrozenSet());
    }

    private static async Task<FrozenDictionary<string, string>> RoleNamesAsync(PlatformDb db, CancellationToken cancel)
    {
        var named = await db.Roles.AsNoTracking().Where(r => r.Name != null).ToListAsync(cancel);
        return named.ToFrozenDictionary(r => r.Code, r => r.Name!);
    }

    private static PersonAccess AccessOf(
        Person person,
        IEnumerable<Assignment> assignments,
        IEnumerable<Grant> grants,
        FrozenDictionary<string, FrozenSet<string>> roles)
    {
        var held = new Dictionary<string, HashSet<GrantScope>>();
        var codes = new HashSet<string>();
        var posts = new List<StaffPost>();
        foreach (var assignment in assignments)
        {
            codes.Add(assignment.Role);
            posts.Add(new StaffPost(assignment.Role, assignment.Scope()));
            foreach (var permission in roles.GetValueOrDefault(assignment.Role) ?? [])
                Add(permission, assignment.Scope());
        }

        foreach (var grant in grants) Add(grant.Permission, grant.Scope());

        var rights = new Caller(
            CallerKind.Person, person.Id, person.UserName, held.ToFrozenDictionary(h => h.Key, h => h.Value.ToArray()));
        return new PersonAccess(
            person.Id,
            person.UserName,
            person.DisplayName,
            person.Language,
            person.SecurityStamp,
            person.MustChangePassword,
            // Whoever still has a password that another one knows may do nothing but choose his own.
            person.MustChangePassword ? Callers.Bare(person.Id, person.UserName) : rights)
        {
            Rights = rights,
            Roles = [.. codes],
            Posts = [.. posts],
        };

        void Add(string permission, GrantScope scope)
        {
            if (!held.TryGetValue(permission, out var scopes)) held[permission] = scopes = [];
            scopes.Add(scope);
        }
    }

    private static TillAccess AccessOf(Till till, FrozenDictionary<string, FrozenSet<string>> roles)
    {
        GrantScope[] scope = [new(till.BrandId, till.StoreId)];
        var permissions = roles.GetValueOrDefault(DefaultRole.Till) ?? [];
        var caller = new Caller(CallerKind.Till, till.Id, till.Name, permissions.ToFrozenDictionary(p => p, _ => scope))
        {
            TillStoreId = till.StoreId,
        };
        return new TillAccess(till.Id, till.KeyHash, caller);
    }
}
