using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Takes up the walk of the day that was not finished, or begins one: the first step of <see cref="RecountTags"/>.</summary>
[Needs(MembershipPermissions.ActivateTags)]
internal sealed class BeginRecount(RecountBook book) : UseCase<BeginRecount.Input, BeginRecount.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new((await book.TakeUpAsync(call, cancel)).Id);

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(Guid Recount);
}
