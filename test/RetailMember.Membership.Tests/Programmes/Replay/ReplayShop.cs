using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Jobs;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Programmes.Replay;

/// <summary>A shop whose background work waits until a test does it.</summary>
public sealed class ReplayShop(DatabaseKind kind) : Shop.Shop(kind)
{
    protected override void AddMore(IServiceCollection services) => services.AddSingleton<IBackgroundWork, WaitingWork>();

    /// <summary>A draft of the first version, changed.</summary>
    internal async Task<int> DraftAsync(Func<ProgrammeDocument, ProgrammeDocument> change)
    {
        var draft = (await this.Do(new DraftProgramme.Input { FromVersion = 1 })).Version;
        await ChangeDraftAsync(draft, change);
        return draft;
    }

    internal async Task ChangeDraftAsync(int draft, Func<ProgrammeDocument, ProgrammeDocument> change)
    {
        var read = await Do(new ReadProgrammeVersion.Input(draft));
        var changed = change(ProgrammeJson.Read(read.Document.GetRawText())) with { Examples = [ProgrammeTurns.Priced] };
        await Do(new ChangeDraft.Input
        {
            Version = draft,
            Revision = read.Revision,
            Document = JsonDocument.Parse(ProgrammeJson.Write(changed)).RootElement,
        });
    }

    internal async Task<Guid> StartAsync(int version, string from, string to) =>
        (await Do(new StartReplay.Input(version, Day(from), Day(to)))).Replay;

    internal async Task<ReadReplay.Result> ReplayAsync(int version, string from, string to)
    {
        var replay = await StartAsync(version, from, to);
        await Do(new RunReplay.Input(replay));
        var read = await Do(new ReadReplay.Input(version, replay));
        read.Summary.State.ShouldBe(ReplayState.Done);
        return read;
    }

    internal async Task<IReadOnlyList<FindReplayedMembers.Row>> MembersOf(ReadReplay.Result read, ReplayEffect? effect = null) =>
        (await Do(new FindReplayedMembers.Input(read.Summary.Version, read.Summary.Replay, effect))).Items;

    internal Task<RefundPurchase.Result> RefundAsync(string receiptNo, decimal yuan) => Do(new RefundPurchase.Input
    {
        RefundNo = Key(), StoreCode = "s1", ReceiptNo = receiptNo, Amount = Money.FromYuan(yuan),
    });

    /// <summary>Gives what a campaign might give, now; returns its key.</summary>
    internal async Task<string> AwardAsync(string member, long growth, string? tier = null, long points = 0)
    {
        var key = Key();
        var outcome = await InTables(async services =>
        {
            var id = await services.GetRequiredService<MembershipDb>().Members
                .Where(m => m.MemberNo == member).Select(m => m.Id).SingleAsync();
            return (await services.GetRequiredService<IMemberAwards>().GrantAsync(
                [
                    new AwardGrant
                    {
                        Key = key, Member = id, Growth = growth, Tier = tier, Points = points,
                        Reason = new AwardReason("sprint", 1, []), Occasion = Occasion(),
                    },
                ],
                default))[0];
        });
        outcome.Refusal.ShouldBeNull();
        return key;
    }

    internal Task TakeBackAsync(string award) => InTables(services => services.GetRequiredService<IMemberAwards>()
        .UndoAsync([new AwardUndo(award, null, "mistake", Occasion())], default));

    private AwardOccasion Occasion()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        return new AwardOccasion(now, DateOnly.FromDateTime(now.AddHours(8)), "test");
    }

    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private sealed class WaitingWork : IBackgroundWork
    {
        public Task<Guid> EnqueueAsync<TResult>(IInput<TResult> input, CallContext call, CancellationToken cancel = default) =>
            Task.FromResult(Guid.CreateVersion7());
    }
}
