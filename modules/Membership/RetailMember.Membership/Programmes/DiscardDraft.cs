using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Gives a draft up. It stays readable; its number is not used again.</summary>
[Needs(MembershipPermissions.EditProgrammes)]
internal sealed class DiscardDraft(ProgrammeBook book) : UseCase<DiscardDraft.Input, DiscardDraft.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        (await book.FindDraftAsync(input.Version, cancel)).Status = ProgrammeStatus.Discarded;
        return new Result(input.Version);
    }

    internal sealed record Input(int Version) : IInput<Result>;

    internal sealed record Result(int Version);
}
