using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Gives a person a single permission beside the roles, in the call's brand, one of its stores, or the chain.
/// </summary>
[Needs("Platform.People.Change")]
internal sealed class GrantPermission(PlatformDb db, Powers powers, Changes changes)
    : UseCase<GrantPermission.Input, GrantPermission.Result>
{
    public sealed record Input(Guid Id, string Permission, string? StoreCode = null) : IInput<Result>, IAtStore;

    public sealed record Result(Guid Id, string Permission);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await powers.RefuseUnknownAsync([input.Permission], cancel);
        powers.RefuseUnlessHeld(call.Caller, [input.Permission], call.Scope());
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == input.Id, cancel)
            ?? throw new Refusal("platform.person-not-found", RefusalKind.NotFound, ("person", input.Id));
        var grant = new Grant
        {
            PersonId = person.Id,
            Permission = input.Permission,
            BrandId = call.Brand?.Id ?? 0,
            StoreId = call.Store?.Id ?? 0,
        };
        if (!await db.Grants.ContainsAsync(grant, cancel)) db.Grants.Add(grant);
        await changes.OfAccessAsync(cancel);
        return new Result(person.Id, input.Permission);
    }
}
