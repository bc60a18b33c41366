using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>One replay with all that it found; its members are a listing of their own.</summary>
[Needs(MembershipPermissions.ViewProgrammes)]
internal sealed class ReadReplay(
    MembershipDb db, ReplayDesk desk, ProgrammeBook book, ProgrammeShelf shelf, IBrandDirectory brands, ITexts texts)
    : Query<ReadReplay.Input, ReadReplay.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var replay = await desk.FindAsync(input.Version, input.Replay, cancel);
        var version = await book.FindAsync(input.Version, cancel);
        var view = ReplayView.Of(replay, ProgrammeReplay.HashOf(version.Document), call.At);
        if (ReplayView.FiguresOf(replay) is not { } figures) return new Result(view);
        var names = NamesOf(ProgrammeJson.Read(version.Document), await shelf.OfAsync(db, call.RequiredBrand.Id, cancel));
        string[] ladder = [.. names.Keys];
        return new Result(view)
        {
            Ladder = [.. names.Select(n => new TierName(n.Key, n.Value))],
            Sums = ReplaySumsView.Of(figures.Total, figures),
            ByMonth = [.. figures.ByMonth.Select(m => new OfMonth(m.Month, ReplaySumsView.Of(m.Sums, figures)))],
            ByStore = [.. figures.ByStore.OrderByDescending(s => s.Sums.Receipts).Select(s => StoreOf(s, figures))],
            ByTier =
            [
                .. figures.ByTier.OrderBy(t => Array.IndexOf(ladder, t.Tier))
                    .Select(t => new OfTier(Name(t.Tier), ReplaySumsView.Of(t.Sums, figures))),
            ],
            Moves =
            [
                .. figures.Moves.OrderBy(m => Array.IndexOf(ladder, m.From)).ThenBy(m => Array.IndexOf(ladder, m.To))
                    .Select(m => new Move(Name(m.From), Name(m.To), m.Members)),
            ],
            Changes = [.. figures.Changes.Select(c => new Change(c.From, c.To, c.Members))],
            Control = figures.Control,
        };

        TierName Name(string code) => new(code, names.TryGetValue(code, out var name) ? name : code);
    }

    private OfStore StoreOf(ReplayFigures.OfStore store, ReplayFigures figures)
    {
        var known = brands.FindStore(store.StoreId);
        return new OfStore(known?.Code ?? "", known?.Name ?? "", ReplaySumsView.Of(store.Sums, figures));
    }

    /// <summary>As the version calls its tiers, lowest first; then those that only versions in force know.</summary>
    private OrderedDictionary<string, string> NamesOf(ProgrammeDocument document, BrandProgrammes programmes)
    {
        var names = new OrderedDictionary<string, string>();
        foreach (var known in programmes.OldestFirst.Reverse().Select(v => v.Programme.Document).Prepend(document))
            foreach (var tier in known.TierSet.Tiers.OrderBy(t => t.Rank))
                names.TryAdd(tier.Code, tier.Name.In(texts.Language));
        return names;
    }

    internal sealed record Input(int Version, Guid Replay) : IInput<Result>;

    /// <summary>Sums and lists are left out until the replay is done.</summary>
    /// <param name="Summary">What it is and how far it came.</param>
    internal sealed record Result(ReplayView Summary)
    {
        /// <summary>The tiers that the lists name, lowest first.</summary>
        public IReadOnlyList<TierName>? Ladder { get; init; }

        public ReplaySumsView? Sums { get; init; }

        public IReadOnlyList<OfMonth>? ByMonth { get; init; }

        public IReadOnlyList<OfStore>? ByStore { get; init; }

        /// <summary>By the tier that judged the receipt.</summary>
        public IReadOnlyList<OfTier>? ByTier { get; init; }

        public IReadOnlyList<Move>? Moves { get; init; }

        /// <summary>How many members' points change by how much.</summary>
        public IReadOnlyList<Change>? Changes { get; init; }

        /// <summary>How far the versions that judged, judging again, come to something else than the books.</summary>
        public ReplayControl? Control { get; init; }
    }

    /// <param name="Month">Its first day.</param>
    internal sealed record OfMonth(DateOnly Month, ReplaySumsView Sums);

    internal sealed record OfStore(string StoreCode, string Name, ReplaySumsView Sums);

    internal sealed record OfTier(TierName Tier, ReplaySumsView Sums);

    /// <param name="Tier">Held at the end of the window.</param>
    /// <param name="ReplayedTier">That would be held then.</param>
    internal sealed record Move(TierName Tier, TierName ReplayedTier, long Members);

    /// <param name="Least">Points; left out: any less.</param>
    /// <param name="Most">Points; left out: any more.</param>
    internal sealed record Change(long? Least, long? Most, long Members);
}
