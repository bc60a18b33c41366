using RetailMember.UseCases;

namespace RetailMember.Groups.Kinds;

/// <summary>The brand's kinds of groups by code, withdrawn ones too.</summary>
[Needs(GroupPermissions.ViewGroups)]
internal sealed class FindKinds(KindShelf shelf) : Query<FindKinds.Input, FindKinds.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new([.. (await shelf.AllAsync(cancel)).Select(KindView.Of)]);

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<KindView> Kinds);
}

/// <param name="Kind">Its code.</param>
internal sealed record KindView(string Kind, bool Withdrawn, KindTerms Terms)
{
    public static KindView Of(KnownKind kind) => new(kind.Code, kind.Withdrawn, kind.Terms);
}
