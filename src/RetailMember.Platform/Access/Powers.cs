using Microsoft.EntityFrameworkCore;
using RetailMember.People;
using RetailMember.Platform.Data;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Access;

/// <summary>Nobody gives what he does not have, nor lays hands on somebody who may more than he.</summary>
internal sealed class Powers(PlatformDb db, AccessDirectory access)
{
    public void RefuseUnlessHeld(Caller caller, IEnumerable<string> permissions, GrantScope scope)
    {
        if (permissions.FirstOrDefault(p => !caller.Holds(p, scope)) is { } missing)
            throw new Refusal("platform.beyond-own-rights", RefusalKind.Forbidden, ("permission", missing));
    }

    public void RefuseUnlessHeld(Caller caller, string role, GrantScope scope)
    {
        if (!access.Current.Roles.TryGetValue(role, out var permissions))
            throw new Refusal("platform.role-not-found", RefusalKind.NotFound, ("role", role));
        RefuseUnlessHeld(caller, permissions, scope);
    }

    /// <summary>Names the first permission that no module ever described.</summary>
    public async Task RefuseUnknownAsync(IReadOnlyCollection<string> permissions, CancellationToken cancel)
    {
        var known = await db.KnownPermissions.Select(p => p.Name).ToListAsync(cancel);
        if (permissions.Except(known).FirstOrDefault() is { } unknown)
            throw new Refusal("platform.permission-not-found", RefusalKind.NotFound, ("permission", unknown));
    }

    /// <summary>The person, if he is within the call's brand and has no right that the caller lacks.</summary>
    public async Task<Person> PersonWithinAsync(Guid id, CallContext call, CancellationToken cancel)
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == id, cancel);
        var assignments = await db.Assignments.Where(a => a.PersonId == id).ToListAsync(cancel);
        var grants = await db.Grants.Where(g => g.PersonId == id).ToListAsync(cancel);
        var visible = call.Brand is null || assignments.Concat<IScoped>(grants).Any(s => s.BrandId == call.Brand.Id);
        if (person is null || !visible)
            throw new Refusal("platform.person-not-found", RefusalKind.NotFound, ("person", id));

        foreach (var assignment in assignments) RefuseUnlessHeld(call.Caller, assignment.Role, assignment.Scope());
        foreach (var grant in grants) RefuseUnlessHeld(call.Caller, [grant.Permission], grant.Scope());
        return person;
    }

    /// <summary>Refuses to leave the chain without anybody who may everything. Ask after the change was noted.</summary>
    public async Task RefuseIfLastAdministratorAsync(Guid personId, CancellationToken cancel)
    {
        var administrators = db.Assignments
            .Where(a => a.Role == DefaultRole.HeadOffice && a.BrandId == 0)
            .Join(db.People.Where(p => p.Active), a => a.PersonId, p => p.Id, (a, p) => p.Id);
        var ids = await administrators.ToListAsync(cancel);
        if (ids is [var only] && only == personId)
            throw new Refusal("platform.last-administrator", RefusalKind.Conflict);
    }
}
