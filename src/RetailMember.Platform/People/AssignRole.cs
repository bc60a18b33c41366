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

    public sealed record Result(Guid Id, string Role);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        powers.RefuseUnlessHeld(call.Caller, input.Role, call.Scope());
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
        return new Result(person.Id, input.Role);
    }
}
