using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// Judges the receipts of a window by another version, as if it had been activated at the window's first instant, beside
/// what the books recorded. Writes nothing but its own result.
/// <para>
/// It goes on from every member's real standing at the start of the window: tier, running period and metrics. From there
/// on tiers, periods with their reviews, promotions with and without reset, birthdays, balance bands and refunds in
/// proportion follow the version. Lines that the till left to the programme get its price, and what was paid, earned and
/// spent follows from that; tenders stay as they were laid on.
/// </para>
/// <para>
/// It does not tell what members would have done otherwise: bought more, or spent points differently. Tiers that people
/// granted, participations, spending, corrections and other modules' points stay as they were; points are told as granted
/// less what refunds are due to take, whatever a refund policy spares; expiry is followed only as far as balance bands
/// look at it. Receipts are judged in the order of their times: one that was recorded late is judged as if it had come in
/// time. Birthdays and joining days are today's.
/// </para>
/// <para>
/// As a check the versions that judged judge again beside it: <see cref="ReplayControl"/> says by how much they miss the
/// books. Killed and taken up again it begins anew.
/// </para>
/// </summary>
[Needs(MembershipPermissions.EditProgrammes)]
internal sealed class RunReplay(IServiceScopeFactory scopes, IRunProgress progress, TimeProvider time)
    : Process<RunReplay.Input, RunReplay.Result>
{
    private const int MembersAtOnce = 1_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var book = new ReplayBook(scopes, time, call.RequiredBrand, input.Replay);
        if (await book.TakeAsync(cancel) is not { } replay) return new Result(input.Replay, 0, 0);
        try
        {
            var tally = new ReplayTally(await book.PlanAsync(replay, cancel), replay.Id);
            var state = await PlayAsync(book, tally, replay.Total, cancel) ? ReplayState.Done : ReplayState.Cancelled;
            await book.EndAsync(state, state == ReplayState.Done ? tally.Figures() : null, null);
            return new Result(input.Replay, tally.Members, tally.Total.Receipts);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await book.EndAsync(ReplayState.Queued, null, null);
            throw;
        }
        catch (Exception fault)
        {
            await book.EndAsync(ReplayState.Failed, null, fault is Refusal refusal ? refusal.Code : "unexpected");
            throw;
        }
    }

    /// <summary>The next page is read while this one is judged. False: somebody wants it stopped.</summary>
    private async Task<bool> PlayAsync(ReplayBook book, ReplayTally tally, long total, CancellationToken cancel)
    {
        var reading = Read(null);
        long done = 0;
        while (await reading is { Members.Count: > 0 } page)
        {
            reading = Read(page.Last);
            List<ReplayedMember> different = [.. page.Members.Values.Select(tally.Add).OfType<ReplayedMember>()];
            done += page.Members.Count;
            if (await book.KeepAsync(different, done, cancel))
            {
                progress.Report(done, total);
                continue;
            }

            await reading;
            return false;
        }

        return true;

        Task<FactsPage> Read(Guid? after) =>
            Task.Run(() => book.ReadAsync(tally.Plan, after, MembersAtOnce, cancel), cancel);
    }

    internal sealed record Input(Guid Replay) : IInput<Result>;

    internal sealed record Result(Guid Replay, long Members, long Receipts);
}
