using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Takes a single permission from a person in exactly this scope; roles are not touched.</summary>
[Needs("Platform.People.Change")]
internal sealed class WithdrawPermission(PlatformDb db, Powers powers, Changes changes)
    : UseCase<WithdrawPermission.Input, WithdrawPermission.Result>
{
    public sealed record Input(Guid Id, string Permission, string? StoreCode = null) : IInput<Result>, IAtStore;

    public sealed record Result(Guid Id, string Permission);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        powers.RefuseUnlessHeld(call.Caller, [input.Permission], call.Scope());
        var grant = await db.Grants.FindAsync(
            [input.Id, input.Permission, call.Brand?.Id ?? 0, call.Store?.Id ?? 0], cancel)
            ?? throw new Refusal("platform.assignment-not-found", RefusalKind.NotFound, ("role", input.Permission));
        db.Grants.Remove(grant);
        await changes.OfAccessAsync(cancel);
        return new Result(input.Id, input.Permission);
    }
}
