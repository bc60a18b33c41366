using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// Has a version, drafted or active, replayed over past purchases in the background: what it would have granted, priced and
/// promoted, beside what the books have. See <see cref="RunReplay"/> for what it tells and what it does not.
/// </summary>
[Needs(MembershipPermissions.EditProgrammes)]
internal sealed class StartReplay(
    MembershipDb db, ProgrammeBook book, ProgrammeShelf shelf, ProgrammeReviews reviews, IBackgroundWork background)
    : UseCase<StartReplay.Input, ReplayView>
{
    /// <summary>A replay that has waited for longer was lost, and stands in nobody's way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>So many replays of a brand are kept.</summary>
    internal const int Kept = 30;

    protected override async Task<ReplayView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        CheckWindow(input, brand.DateOf(call.At));
        var version = await book.FindAsync(input.Version, cancel);
        if (version.Status == ProgrammeStatus.Discarded)
            throw new Refusal("membership.replay-discarded", RefusalKind.Conflict, ("version", input.Version));
        if ((await shelf.OfAsync(db, brand.Id, cancel)).OldestFirst.Count == 0)
            throw new Refusal("membership.no-programme", RefusalKind.Conflict, ("at", call.At));
        var review = await reviews.OfAsync(version.Document, brand, cancel);
        if (review.Faults is [var first, ..])
            throw new Refusal(
                "membership.programme-has-faults", RefusalKind.Conflict,
                ("count", review.Faults.Count), ("first", first.Message));
        if (await IsBusyAsync(call.At, cancel)) throw new Refusal("membership.replay-running", RefusalKind.Conflict);
        var hash = ProgrammeReplay.HashOf(version.Document);
        var replay = new ProgrammeReplay
        {
            BrandId = brand.Id,
            Number = version.Number,
            From = input.From,
            To = input.To,
            DocumentHash = hash,
            RequestedBy = call.Caller.Name,
            RequestedAt = call.At,
        };
        await DropOldestAsync(brand.Id, cancel);
        db.ProgrammeReplays.Add(replay);
        await background.EnqueueAsync(new RunReplay.Input(replay.Id), call, cancel);
        return ReplayView.Of(replay, hash, call.At);
    }

    /// <summary>Of old replays nobody asks any more, and the rows of their members are many.</summary>
    private async Task DropOldestAsync(int brand, CancellationToken cancel)
    {
        var old = await db.ProgrammeReplays.Where(r => r.BrandId == brand).OrderByDescending(r => r.Id)
            .Skip(Kept - 1).Select(r => r.Id).ToListAsync(cancel);
        if (old.Count == 0) return;
        await db.ReplayedMembers.Where(m => EF.Parameter(old).Contains(m.ReplayId)).ExecuteDeleteAsync(cancel);
        await db.ProgrammeReplays.Where(r => EF.Parameter(old).Contains(r.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>One at a time in a brand: it is work for a whole host.</summary>
    private Task<bool> IsBusyAsync(DateTime now, CancellationToken cancel)
    {
        var (silent, lost) = (now - ProgrammeReplay.Silence, now - Patience);
        return db.ProgrammeReplays.AnyAsync(
            r => r.State == ReplayState.Queued && r.RequestedAt >= lost
                || (r.State == ReplayState.Running || r.State == ReplayState.Cancelling) && r.AliveAt >= silent,
            cancel);
    }

    private static void CheckWindow(Input input, DateOnly today)
    {
        if (input.From < BusinessDays.Earliest) throw Refusal.Invalid("from", "field.too-long-ago");
        if (input.To > today) throw Refusal.Invalid("to", "membership.day-to-come");
        if (input.To < input.From) throw Refusal.Invalid("to", "membership.replay-window");
    }

    /// <param name="From">First business day of the window.</param>
    /// <param name="To">Last business day of the window, today at the latest.</param>
    internal sealed record Input(int Version, DateOnly From, DateOnly To) : IInput<ReplayView>;
}
