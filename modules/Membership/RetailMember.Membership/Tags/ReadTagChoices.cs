using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>The tags that lists may be narrowed by, by code.</summary>
[Needs(MembershipPermissions.ViewTags)]
internal sealed class ReadTagChoices(IMemberTags tags) : Query<ReadTagChoices.Input, ReadTagChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await tags.ChoicesAsync(cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<TagChoice> Choices);
}
