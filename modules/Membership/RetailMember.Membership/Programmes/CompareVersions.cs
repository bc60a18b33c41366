using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>What a version changes against another one, member by member of the document.</summary>
[Needs(MembershipPermissions.ViewProgrammes)]
internal sealed class CompareVersions(ProgrammeBook book) : Query<CompareVersions.Input, CompareVersions.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        using var before = JsonDocument.Parse((await book.FindAsync(input.With, cancel)).Document);
        using var after = JsonDocument.Parse((await book.FindAsync(input.Version, cancel)).Document);
        return new Result(input.With, input.Version, DocumentComparison.Of(before.RootElement, after.RootElement));
    }

    /// <param name="With">The version before.</param>
    internal sealed record Input(int Version, int With) : IInput<Result>;

    internal sealed record Result(int VersionBefore, int VersionAfter, IReadOnlyList<DocumentDifference> Differences);
}
