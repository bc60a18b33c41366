using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>Keeps one replay's account while it goes on: each look and each note in a transaction of its own.</summary>
internal sealed class ReplayBook(IServiceScopeFactory scopes, TimeProvider time, Brand brand, Guid id)
{
    private readonly Guid attempt = Guid.CreateVersion7();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes it on, from the beginning; null where it was cancelled while it waited, or is done.</summary>
    public Task<ProgrammeReplay?> TakeAsync(CancellationToken cancel) => WriteAsync(async services =>
    {
        var db = services.GetRequiredService<MembershipDb>();
        var replay = await db.ProgrammeReplays.SingleOrDefaultAsync(r => r.Id == id, cancel)
            ?? throw ReplayDesk.NotFound(id);
        if (replay.State == ReplayState.Cancelling) (replay.State, replay.EndedAt) = (ReplayState.Cancelled, Now);
        if (replay.State is ReplayState.Done or ReplayState.Cancelled or ReplayState.Failed)
        {
            await db.SaveChangesAsync(cancel);
            return null;
        }

        await db.ReplayedMembers.Where(m => m.ReplayId == id).ExecuteDeleteAsync(cancel);
        (replay.State, replay.Attempt, replay.Done, replay.Fault) = (ReplayState.Running, attempt, 0, null);
        (replay.StartedAt, replay.AliveAt) = (Now, Now);
        replay.Total = await db.Members.LongCountAsync(
            m => m.Status == MemberStatus.Active || m.Status == MemberStatus.Closed, cancel);
        await db.SaveChangesAsync(cancel);
        return replay;
    });

    /// <summary>The version's document as it is now, beside the versions in force.</summary>
    public async Task<ReplayPlan> PlanAsync(ProgrammeReplay replay, CancellationToken cancel)
    {
        await using var scope = Open();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var document = await db.ProgrammeVersions.Where(v => v.Number == replay.Number)
            .Select(v => v.Document).SingleAsync(cancel);
        var read = ProgrammeJson.Read(document);
        if (ProgrammeCheck.Faults(read).Count > 0)
            throw new Refusal("membership.programme-has-faults", RefusalKind.Conflict);
        var hash = ProgrammeReplay.HashOf(document);
        if (hash != replay.DocumentHash)
            await WriteAsync(services => services.GetRequiredService<MembershipDb>().ProgrammeReplays.Where(r => r.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.DocumentHash, hash), cancel));
        return new ReplayPlan(
            new ReplayWindow(brand, replay.From, replay.To),
            await scope.ServiceProvider.GetRequiredService<ProgrammeShelf>().OfAsync(db, brand.Id, cancel),
            replay.Number,
            Programme.From(read));
    }

    public async Task<FactsPage> ReadAsync(ReplayPlan plan, Guid? after, int count, CancellationToken cancel)
    {
        await using var scope = Open();
        await scope.ServiceProvider.GetRequiredService<DataSession>().BeginReadingAsync(cancel);
        return await scope.ServiceProvider.GetRequiredService<FactsReader>().NextAsync(plan, after, count, cancel);
    }

    /// <summary>Keeps some members' outcome; false where somebody wants the replay stopped.</summary>
    public Task<bool> KeepAsync(IReadOnlyCollection<ReplayedMember> members, long done, CancellationToken cancel) =>
        WriteAsync(async services =>
        {
            var now = Now;
            var replays = services.GetRequiredService<MembershipDb>().ProgrammeReplays;
            var mine = replays.Where(r => r.Id == id && r.Attempt == attempt);
            var kept = await mine.Where(r => r.State == ReplayState.Running).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Done, done).SetProperty(r => r.AliveAt, now), cancel);
            if (kept == 1) await services.GetRequiredService<IRows>().InsertAsync(members, cancel);
            else if (!await mine.AnyAsync(r => r.State == ReplayState.Cancelling, cancel))
                throw new Refusal("membership.replay-taken-over", RefusalKind.Conflict, ("replay", id));
            return kept == 1;
        });

    /// <summary>Notes the end, unless another host has taken it over. Only what is done keeps its members.</summary>
    public Task EndAsync(ReplayState state, ReplayFigures? figures, string? fault) => WriteAsync(async services =>
    {
        DateTime? ended = state == ReplayState.Queued ? null : Now;
        var db = services.GetRequiredService<MembershipDb>();
        var written = figures is null ? null : JsonSerializer.Serialize(figures, Json.Options);
        var receipts = figures?.Total.Receipts ?? 0;
        var mine = db.ProgrammeReplays.Where(r => r.Id == id && r.Attempt == attempt);
        // Whoever wanted it cancelled came too late where all of it is told, and is obeyed where it is not.
        if (state != ReplayState.Done && await mine.AnyAsync(r => r.State == ReplayState.Cancelling, CancellationToken.None))
            (state, fault, ended) = (ReplayState.Cancelled, null, Now);
        var told = await mine.ExecuteUpdateAsync(set => set
            .SetProperty(r => r.State, state)
            .SetProperty(r => r.EndedAt, ended)
            .SetProperty(r => r.Fault, fault)
            .SetProperty(r => r.Receipts, receipts)
            .SetProperty(r => r.Figures, written));
        if (told == 1 && state != ReplayState.Done)
            await db.ReplayedMembers.Where(m => m.ReplayId == id).ExecuteDeleteAsync();
        return told;
    });

    private AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return scope;
    }

    private async Task<T> WriteAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Open();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        await session.BeginAsync(CancellationToken.None);
        var result = await work(scope.ServiceProvider);
        await session.CommitAsync(CancellationToken.None);
        return result;
    }
}
