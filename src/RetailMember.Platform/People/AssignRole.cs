using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Gives a person a role in the call's brand, one of its stores, or the whole chain. Doing it twice changes nothing.
/// </summary>
[Needs("Platform.People.Change")]
internal sealed class AssignRole(PlatformDb db, Powers powers, Changes changes)
    : UseCase<AssignRole.Input, AssignRole.Result>
{
    public sealed record Input(Guid Id, string Role, string? StoreCode = null) : IInput<Result>, IAtStore;

    /// <param name="Apart">Permissions that the role gives and that the caller has not himself; the audit trail names them.</param>
    public sealed record Result(Guid Id, string Role, IReadOnlyList<string> Apart) : IAbout
    {
        string? IAbout.About => Apart.Count == 0 ? null : string.Join(", ", Apart);
    }

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var apart = powers.RefuseUnlessHeld(call.Caller, input.Role, call.Scope(), input.Id);
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == input.Id, cancel)
            ?? throw new Refusal("platform.person-not-found", RefusalKind.NotFound, ("person", input.Id));
        var assignment = new Assignment
        {
            PersonId = person.Id,
            Role = input.Role,
            BrandId = call.Brand?.Id ?? 0,
            StoreId = call.Store?.Id ?? 0,
        };
        if (!await db.Assignments.ContainsAsync(assignment, cancel)) db.Assignments.Add(assignment);
        await changes.OfAccessAsync(cancel);
        return new Result(person.Id, input.Role, apart);
    }
}
