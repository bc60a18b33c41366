using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Takes a role from a person in exactly this scope. The chain keeps its last administrator.</summary>
[Needs("Platform.People.Change")]
internal sealed class WithdrawRole(PlatformDb db, Powers powers, Changes changes)
    : UseCase<WithdrawRole.Input, WithdrawRole.Result>
{
    public sealed record Input(Guid Id, string Role, string? StoreCode = null) : IInput<Result>, IAtStore;

    public sealed record Result(Guid Id, string Role);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await changes.OfAccessAsync(cancel);
        powers.RefuseUnlessHeld(call.Caller, input.Role, call.Scope(), to: null);
        var assignment = await db.Assignments.FindAsync(
            [input.Id, input.Role, call.Brand?.Id ?? 0, call.Store?.Id ?? 0], cancel)
            ?? throw new Refusal("platform.assignment-not-found", RefusalKind.NotFound, ("role", input.Role));
        if (input.Role == DefaultRole.HeadOffice && call.Brand is null)
            await powers.RefuseIfLastAdministratorAsync(input.Id, cancel);
        db.Assignments.Remove(assignment);
        return new Result(input.Id, input.Role);
    }
}
