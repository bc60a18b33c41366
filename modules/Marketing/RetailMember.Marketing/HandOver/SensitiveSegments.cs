using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Rules;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Asks once more, at the moment of handing over, the sensitive conditions by which members were chosen: who has withdrawn
/// what they rest on gets nothing.
/// </summary>
internal sealed class SensitiveSegments(ModuleQuestions modules)
{
    /// <summary>Whether its conditions can be asked as they stand: not while the module of one is off, or fails to say.</summary>
    public Task<bool> CanAskAsync(MessageBatch batch, CancellationToken cancel) => MeantOf(batch) is { } meant
        ? modules.AskAsync(
            batch.Purpose, unanswered: false,
            async (scope, limit) => (await OpenAsync(scope, limit)).CanAsk(await TermsAsync(scope, meant, limit)), cancel)
        : Task.FromResult(true);

    /// <summary>Those of these members who are still meant.</summary>
    public Task<MeantNow> StillMeantAsync(
        MessageBatch batch, IReadOnlyCollection<Guid> members, DateOnly today, CancellationToken cancel) =>
        MeantOf(batch) is { } meant
            ? modules.AskAsync(
                batch.Purpose, MeantNow.Unanswered, (scope, limit) => AmongAsync(scope, meant, members, today, limit), cancel)
            : Task.FromResult(MeantNow.Everybody);

    private static async Task<MeantNow> AmongAsync(
        IServiceProvider scope, SegmentEdition meant, IReadOnlyCollection<Guid> members, DateOnly today, CancellationToken cancel)
    {
        var (group, known) = (await TermsAsync(scope, meant, cancel), await OpenAsync(scope, cancel));
        // Its module may have gone off since the batch was taken up.
        if (!known.CanAsk(group)) return MeantNow.Unanswered;
        var sets = scope.GetRequiredService<IKeySets>();
        var still = new HashSet<Guid>();
        foreach (var some in members.Chunk(KeySet.MostListed))
            still.UnionWith(await sets.FirstAsync(
                KeySet.Common([KeySet.Of(some), known.CompileSensitive(group, today)], []), some.Length, cancel));
        return new MeantNow(still);
    }

    private static Task<KnownConditions> OpenAsync(IServiceProvider scope, CancellationToken cancel) =>
        scope.GetRequiredService<SegmentBook>().OpenAsync(cancel);

    private static async Task<SegmentGroup> TermsAsync(IServiceProvider scope, SegmentEdition meant, CancellationToken cancel) =>
        (await scope.GetRequiredService<SegmentShelf>().TermsAsync(meant.Segment, meant.Number, cancel)).Members;

    private static SegmentEdition? MeantOf(MessageBatch batch) =>
        batch is { MeantSegmentId: { } segment, MeantSegmentNumber: { } number } ? new SegmentEdition(segment, number) : null;
}

/// <param name="Members">Those who are; null: there are no sensitive conditions, or nobody could say.</param>
internal sealed record MeantNow(IReadOnlySet<Guid>? Members)
{
    public static readonly MeantNow Everybody = new((IReadOnlySet<Guid>?)null);

    public static readonly MeantNow Unanswered = Everybody with { MustWait = true };

    public bool MustWait { get; private init; }

    public bool Leaves(Guid member) => Members?.Contains(member) == false;
}
