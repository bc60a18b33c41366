using System.Text.Json;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>One version with its whole document.</summary>
[Needs(MembershipPermissions.ViewProgrammes)]
internal sealed class ReadProgrammeVersion(ProgrammeBook book)
    : Query<ReadProgrammeVersion.Input, ReadProgrammeVersion.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var version = await book.FindAsync(input.Version, cancel);
        using var document = JsonDocument.Parse(version.Document);
        return new Result(
            version.Number, version.Version, version.Status, version.EffectiveFrom, version.Note, document.RootElement.Clone());
    }

    internal sealed record Input(int Version) : IInput<Result>;

    /// <param name="Revision">To be given back when the draft is changed.</param>
    /// <param name="EffectiveFrom">UTC; absent on a draft.</param>
    internal sealed record Result(
        int Version, long Revision, ProgrammeStatus Status, DateTime? EffectiveFrom, string? Note, JsonElement Document);
}
