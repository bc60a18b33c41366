using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Programmes.Replay;

public sealed class ReplayJobTestsOnSqlite() : ReplayJobTests(DatabaseKind.Sqlite);

public sealed class ReplayJobTestsOnPostgres() : ReplayJobTests(DatabaseKind.Postgres);

/// <summary>A replay as a piece of work: what it leaves alone, who may ask for it, and how it ends.</summary>
[Trait("Req", "CORE-48")]
public abstract class ReplayJobTests(DatabaseKind kind) : IAsyncLifetime
{
    private readonly ReplayShop shop = new(kind);

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Of_old_replays_the_newest_are_kept()
    {
        await BuyAsync();
        var draft = await shop.DraftAsync(NoPoints);
        var oldest = await shop.ReplayAsync(draft, "2026-03-01", "2026-03-02");
        for (var i = 1; i < StartReplay.Kept; i++) await shop.ReplayAsync(draft, "2026-03-02", "2026-03-02");
        (await shop.MembersOf(oldest)).ShouldNotBeEmpty();

        await shop.StartAsync(draft, "2026-03-02", "2026-03-02");

        await shop.InTables(async services =>
        {
            var db = services.GetRequiredService<MembershipDb>();
            (await db.ProgrammeReplays.CountAsync()).ShouldBe(StartReplay.Kept);
            (await db.ReplayedMembers.AnyAsync(m => m.ReplayId == oldest.Summary.Replay)).ShouldBeFalse();
            return true;
        });
    }

    [Fact]
    public async Task It_writes_its_own_results_and_not_a_row_of_any_other_table()
    {
        await BuyAsync();
        await shop.ChangeAsync(d => d with { BalanceBands = [new BalanceBand(0, 1m), new BalanceBand(100, 2m)] });
        await BuyAsync();
        var draft = await shop.DraftAsync(NoPoints);
        var before = await TablesAsync();

        var read = await shop.ReplayAsync(draft, "2026-03-01", "2026-03-02");

        read.Summary.Headline!.Losers.ShouldBe(2);
        var after = await TablesAsync();
        after.Keys.Where(table => before[table] != after[table])
            .ShouldBe(["membership_programme_replay", "membership_programme_replay_member"], ignoreOrder: true);
        shop.Outbox.Told.OfType<TierChanged>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_that_changed_since_is_told()
    {
        await BuyAsync();
        var draft = await shop.DraftAsync(NoPoints);
        var read = await shop.ReplayAsync(draft, "2026-03-01", "2026-03-02");
        read.Summary.Changed.ShouldBeFalse();

        await shop.ChangeDraftAsync(draft, d => d with { PendingDays = 1 });

        (await shop.Do(new FindReplays.Input(draft))).Items.ShouldHaveSingleItem().Changed.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_replayed_is_the_draft_as_the_work_begins()
    {
        await BuyAsync();
        var draft = await shop.DraftAsync(d => d);
        var replay = await shop.StartAsync(draft, "2026-03-01", "2026-03-02");
        await shop.ChangeDraftAsync(draft, NoPoints);

        await shop.Do(new RunReplay.Input(replay));

        var view = (await shop.Do(new ReadReplay.Input(draft, replay))).Summary;
        (view.Changed, view.Headline!.ReplayedPoints).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Cancelled_while_it_waits_it_does_nothing_and_makes_room_for_another()
    {
        await BuyAsync();
        var draft = await shop.DraftAsync(NoPoints);
        var replay = await shop.StartAsync(draft, "2026-03-01", "2026-03-02");
        (await shop.RefusalOf(new StartReplay.Input(draft, ReplayShop.Day("2026-03-01"), ReplayShop.Day("2026-03-02"))))
            .ShouldBe("membership.replay-running");

        (await shop.Do(new CancelReplay.Input(draft, replay))).State.ShouldBe(ReplayState.Cancelled);
        await shop.Do(new RunReplay.Input(replay));

        (await shop.Do(new ReadReplay.Input(draft, replay))).Summary.State.ShouldBe(ReplayState.Cancelled);
        (await shop.Do(new CancelReplay.Input(draft, replay))).State.ShouldBe(ReplayState.Cancelled);
        var other = await shop.ReplayAsync(draft, "2026-03-01", "2026-03-02");
        (await shop.RefusalOf(new CancelReplay.Input(draft, other.Summary.Replay))).ShouldBe("membership.replay-over");
    }

    [Fact]
    public async Task Cancelled_while_it_runs_it_stops_and_keeps_no_member()
    {
        await BuyAsync();
        var draft = await shop.DraftAsync(NoPoints);
        var replay = await shop.StartAsync(draft, "2026-03-01", "2026-03-02");
        await SetAsync(replay, ReplayState.Running, alive: true);

        (await shop.Do(new CancelReplay.Input(draft, replay))).State.ShouldBe(ReplayState.Cancelling);
        await shop.Do(new RunReplay.Input(replay));

        (await shop.Do(new ReadReplay.Input(draft, replay))).Summary.State.ShouldBe(ReplayState.Cancelled);
        (await shop.Do(new FindReplayedMembers.Input(draft, replay))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Taken_up_again_after_its_host_died_it_begins_anew_and_tells_everybody_once()
    {
        await BuyAsync();
        var draft = await shop.DraftAsync(NoPoints);
        var read = await shop.ReplayAsync(draft, "2026-03-01", "2026-03-02");
        await SetAsync(read.Summary.Replay, ReplayState.Running, alive: false);
        (await shop.Do(new ReadReplay.Input(draft, read.Summary.Replay))).Summary.State.ShouldBe(ReplayState.Interrupted);

        await shop.Do(new RunReplay.Input(read.Summary.Replay));

        var again = await shop.Do(new ReadReplay.Input(draft, read.Summary.Replay));
        again.Sums.ShouldBe(read.Sums);
        (await shop.MembersOf(again)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_sound_versions_and_days_gone_by_are_replayed()
    {
        var draft = await shop.DraftAsync(NoPoints);
        (await RefusalAsync(draft, "2026-03-02", "2026-03-01")).ShouldBe("membership.replay-window");
        (await RefusalAsync(draft, "2026-03-01", "2026-03-03")).ShouldBe("membership.day-to-come");
        (await RefusalAsync(draft, "1999-12-31", "2026-03-01")).ShouldBe("field.too-long-ago");
        (await RefusalAsync(99, "2026-03-01", "2026-03-01")).ShouldBe("membership.programme-not-found");
        await shop.ChangeDraftAsync(draft, d => d with { TierSet = d.TierSet with { Tiers = [] } });
        (await RefusalAsync(draft, "2026-03-01", "2026-03-01")).ShouldBe("membership.programme-has-faults");
        await shop.Do(new DiscardDraft.Input(draft));
        (await RefusalAsync(draft, "2026-03-01", "2026-03-01")).ShouldBe("membership.replay-discarded");
        (await shop.RefusalOf(new ReadReplay.Input(draft, Guid.NewGuid()))).ShouldBe("membership.replay-not-found");
    }

    [Fact]
    public async Task Another_brand_sees_nothing_of_it()
    {
        await BuyAsync();
        var draft = await shop.DraftAsync(NoPoints);
        var read = await shop.ReplayAsync(draft, "2026-03-01", "2026-03-02");

        var replay = read.Summary.Replay;
        (await shop.RefusalOf(new ReadReplay.Input(draft, replay), Shop.Shop.Apparel)).ShouldBe("membership.replay-not-found");
        (await shop.RefusalOf(new CancelReplay.Input(draft, replay), Shop.Shop.Apparel)).ShouldBe("membership.replay-not-found");
    }

    private static ProgrammeDocument NoPoints(ProgrammeDocument document) => document with { EarningRules = [] };

    private async Task BuyAsync()
    {
        var receipt = Buy(await shop.MemberAsync(), 300);
        await shop.Do(receipt with { Amount = null, Lines = [new ReceiptLine { ListAmount = Money.FromYuan(300) }] });
    }

    private Task<string> RefusalAsync(int version, string from, string to) =>
        shop.RefusalOf(new StartReplay.Input(version, ReplayShop.Day(from), ReplayShop.Day(to)));

    private Task<int> SetAsync(Guid replay, ReplayState state, bool alive)
    {
        DateTime? seen = shop.Clock.GetUtcNow().UtcDateTime.AddMinutes(alive ? 0 : -10);
        return shop.InTables(services => services.GetRequiredService<MembershipDb>().ProgrammeReplays
            .Where(r => r.Id == replay)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.AliveAt, seen)));
    }

    /// <summary>Every table of both modules, with all of its rows as text.</summary>
    private Task<Dictionary<string, string>> TablesAsync() => shop.InTables(async services =>
    {
        var tables = new Dictionary<string, string>();
        var connection = services.GetRequiredService<DataSession>().Connection;
        foreach (var entity in services.GetRequiredService<MembershipDb>().Model.GetEntityTypes())
            tables[entity.GetTableName()!] = await TextOfAsync(entity.GetTableName()!);
        foreach (var table in (string[])["ledger_account", "ledger_posting", "ledger_lot", "ledger_take"])
            tables[table] = await TextOfAsync(table);
        return tables;

        async Task<string> TextOfAsync(string table)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = services.GetRequiredService<DataSession>().Transaction;
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
                rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
            return string.Join('\n', rows.Order(StringComparer.Ordinal));
        }
    });

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
