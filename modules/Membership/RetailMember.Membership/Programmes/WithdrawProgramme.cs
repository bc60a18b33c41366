using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Takes back the activation of a version that is not in force yet: it is a draft again.</summary>
[Needs(MembershipPermissions.ActivateProgrammes)]
internal sealed class WithdrawProgramme(ProgrammeBook book) : UseCase<WithdrawProgramme.Input, WithdrawProgramme.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var version = await book.FindAsync(input.Version, cancel);
        if (!version.IsScheduledAt(call.At))
            throw new Refusal("membership.programme-not-scheduled", RefusalKind.Conflict, ("version", input.Version));
        version.Status = ProgrammeStatus.Draft;
        (version.EffectiveFrom, version.ActivatedAt, version.ActivatedBy) = (null, null, null);
        return new Result(version.Number);
    }

    internal sealed record Input(int Version) : IInput<Result>;

    internal sealed record Result(int Version);
}
