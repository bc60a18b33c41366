using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

public sealed class GatheredReadsTestsOnSqlite(SqliteSamples fixture)
    : GatheredReadsTests(fixture), IClassFixture<SqliteSamples>;

public sealed class GatheredReadsTestsOnPostgres(PostgresSamples fixture)
    : GatheredReadsTests(fixture), IClassFixture<PostgresSamples>;

public abstract class GatheredReadsTests(SampleFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_at_the_same_moment_is_read_together()
    {
        Sample[] samples = [.. Enumerable.Range(0, 20).Select(_ => Some.Full())];
        await fixture.Transact(rows => rows.InsertAsync(samples));
        var reads = new ByName(fixture.Services);
        var first = await reads.KeepAllBusyAsync(Cancel);
        Task<Sample?>[] asked = [.. samples.Select(s => reads.FindAsync(SampleFixture.Brand, s.Name, Cancel))];
        reads.Release();

        (await Task.WhenAll(first)).ShouldAllBe(found => found == null);
        (await Task.WhenAll(asked)).Select(found => found!.Id).ShouldBe(samples.Select(s => s.Id));
        reads.Rounds.Max(round => round.Count).ShouldBe(20);
        reads.Rounds.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_read_sees_what_was_committed_before_it_was_asked_for()
    {
        var reads = new ByName(fixture.Services);
        for (var i = 0; i < 5; i++)
        {
            var sample = Some.Full();
            (await reads.FindAsync(SampleFixture.Brand, sample.Name, Cancel)).ShouldBeNull();
            await fixture.Transact(rows => rows.InsertAsync([sample]));
            (await reads.FindAsync(SampleFixture.Brand, sample.Name, Cancel)).ShouldNotBeNull();
            (await reads.FindAsync(brandId: 8, sample.Name, Cancel)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task What_spoils_a_round_for_one_leaves_the_others_their_answers()
    {
        var sample = Some.Full();
        await fixture.Transact(rows => rows.InsertAsync([sample]));
        var reads = new ByName(fixture.Services);
        var first = await reads.KeepAllBusyAsync(Cancel);
        var spoilt = reads.FindAsync(SampleFixture.Brand, ByName.Spoilt, Cancel);
        var good = reads.FindAsync(SampleFixture.Brand, sample.Name, Cancel);
        reads.Release();

        await Task.WhenAll(first);
        (await good)!.Id.ShouldBe(sample.Id);
        await Should.ThrowAsync<InvalidOperationException>(spoilt);
    }

    [Fact]
    public async Task A_database_that_is_away_is_asked_once_for_all()
    {
        var reads = new ByName(fixture.Services);
        var first = await reads.KeepAllBusyAsync(Cancel);
        Task<Sample?>[] asked =
        [
            reads.FindAsync(SampleFixture.Brand, ByName.Away, Cancel),
            reads.FindAsync(SampleFixture.Brand, "third", Cancel),
        ];
        reads.Release();

        await Task.WhenAll(first);
        foreach (var one in asked) await Should.ThrowAsync<SqliteException>(one);
        reads.Rounds.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Reading_waits_for_nobody_who_writes()
    {
        var sample = Some.Full();
        await fixture.Transact(async (_, rows) =>
        {
            await rows.InsertAsync([sample], Cancel);
            (await new ByName(fixture.Services).FindAsync(SampleFixture.Brand, sample.Name, Cancel)).ShouldBeNull();
            return true;
        });
    }

    private sealed class ByName(IServiceProvider services)
        : GatheredReads<string, Sample>(services.GetRequiredService<IServiceScopeFactory>())
    {
        public const string Spoilt = "spoilt";
        public const string Away = "away";

        private readonly TaskCompletionSource released = new();
        private readonly Channel<int> begun = Channel.CreateUnbounded<int>();
        private bool held;

        public ConcurrentBag<IReadOnlyCollection<string>> Rounds { get; } = [];

        /// <summary>Gives both readers a round that ends with <see cref="Release"/>.</summary>
        public async Task<Task<Sample?>[]> KeepAllBusyAsync(CancellationToken cancel)
        {
            held = true;
            var first = FindAsync(SampleFixture.Brand, "first", cancel);
            await begun.Reader.ReadAsync(cancel);
            var second = FindAsync(SampleFixture.Brand, "second", cancel);
            await begun.Reader.ReadAsync(cancel);
            return [first, second];
        }

        public void Release() => released.TrySetResult();

        protected override async Task<IReadOnlyDictionary<string, Sample>> ReadAsync(
            IServiceProvider scope, int brandId, IReadOnlyCollection<string> keys)
        {
            Rounds.Add(keys);
            await begun.Writer.WriteAsync(keys.Count);
            if (held) await released.Task;
            if (keys.Contains(Away)) throw new SqliteException("Busy.", errorCode: 5);
            if (keys.Contains(Spoilt)) throw new InvalidOperationException("Spoilt.");
            return await scope.GetRequiredService<SampleDb>().Samples
                .Where(s => keys.Contains(s.Name)).ToDictionaryAsync(s => s.Name);
        }
    }
}
