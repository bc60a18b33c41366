using Microsoft.EntityFrameworkCore;
using RetailMember.People;
using RetailMember.Platform.Data;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Access;

/// <summary>
/// Nobody gives what he does not have, nor lays hands on somebody who may more than he. What is apart does not count for who
/// runs a brand: he appoints people to it, and never himself.
/// </summary>
internal sealed class Powers(PlatformDb db, AccessDirectory access)
{
    private const string Appoint = "Platform.People.Change";

    public void RefuseUnlessHeld(Caller caller, IEnumerable<string> permissions, GrantScope scope)
    {
        if (permissions.FirstOrDefault(p => !caller.Holds(p, scope)) is { } missing)
            throw new Refusal("platform.beyond-own-rights", RefusalKind.Forbidden, ("permission", missing));
    }

    /// <summary>Says what is apart in the role and not the caller's own: he may give it, and it is written down.</summary>
    /// <param name="to">Who gets or loses the role; null for somebody who is new.</param>
    public IReadOnlyList<string> RefuseUnlessHeld(Caller caller, string role, GrantScope scope, Guid? to)
    {
        if (!access.Current.Roles.TryGetValue(role, out var permissions))
            throw new Refusal("platform.role-not-found", RefusalKind.NotFound, ("role", role));
        var runs = caller.Holds(Appoint, scope with { StoreId = null }) && (to is null || to != caller.Id);
        var apart = runs ? permissions.Where(p => access.Current.Apart.Contains(p) && !caller.Holds(p, scope)).Order().ToList() : [];
        RefuseUnlessHeld(caller, permissions.Except(apart), scope);
        return apart;
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

        foreach (var assignment in assignments) RefuseUnlessHeld(call.Caller, assignment.Role, assignment.Scope(), id);
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
