using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

public sealed class RowsTestsOnSqlite(SqliteSamples fixture) : RowsTests(fixture), IClassFixture<SqliteSamples>;

public sealed class RowsTestsOnPostgres(PostgresSamples fixture) : RowsTests(fixture), IClassFixture<PostgresSamples>;

public abstract partial class RowsTests(SampleFixture fixture)
{
    [Fact]
    public async Task Rows_come_back_as_they_were_written_and_as_EF_reads_them()
    {
        Sample[] written = [Some.Full(), Some.Bare()];
        await fixture.Transact(rows => rows.InsertAsync(written));

        long[] ids = [.. written.Select(s => s.Id)];
        var read = await fixture.Read(ids);
        var byEf = await fixture.Scope((services, _) => services.GetRequiredService<SampleDb>()
            .Samples.Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync());

        read.ShouldBeEquivalentTo(written.ToList());
        byEf.ShouldBeEquivalentTo(written.ToList());
        read[0].At.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Missing_rows_are_inserted_and_taken_ones_left_alone()
    {
        var (there, fresh) = (Some.Full(), Some.Full());
        await fixture.Transact(rows => rows.InsertAsync([there]));
        var sameName = Some.Bare();
        sameName.Name = there.Name;

        var inserted = await fixture.Transact((_, rows) => rows.InsertMissingAsync<Sample>([there, sameName, fresh]));

        inserted.ShouldBe(1);
        (await fixture.Read(sameName.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_is_taken_is_known_as_such()
    {
        var there = Some.Full();
        await fixture.Transact(rows => rows.InsertAsync([there]));

        var fault = await Should.ThrowAsync<Exception>(fixture.Transact(rows => rows.InsertAsync([there])));

        DatabaseFaults.IsTaken(fault).ShouldBeTrue();
        DatabaseFaults.IsTransient(fault).ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_writes_the_columns_that_are_named()
    {
        var sample = Some.Full();
        await fixture.Transact(rows => rows.InsertAsync([sample]));
        var other = Some.Full(sample.Id);
        other.Name = "renamed";
        other.Count = 3;

        await fixture.Transact(rows => rows.UpdateAsync([other], [nameof(Sample.Count)]));

        var read = (await fixture.Read(sample.Id)).Single();
        (read.Count, read.Name).ShouldBe((3, sample.Name));
    }

    [Fact]
    public async Task An_update_of_a_row_that_is_gone_is_an_error() => await Should.ThrowAsync<DbUpdateConcurrencyException>(
        fixture.Transact(rows => rows.UpdateAsync([Some.Full()], [nameof(Sample.Count)])));

    [Fact]
    public async Task Adding_inserts_or_adds()
    {
        var (one, other) = (Some.Bare(), Some.Bare());
        one.Count = 5;
        other.Count = 7;
        await fixture.Transact(rows => rows.AddToAsync([one], [nameof(Sample.Count)]));
        await fixture.Transact(rows => rows.AddToAsync([other, one], [nameof(Sample.Count)]));

        (await fixture.Read(one.Id, other.Id)).Select(s => s.Count).ShouldBe([10, 7]);
    }

    [Fact]
    public async Task Twenty_writers_who_lock_read_and_write_lose_nothing()
    {
        Sample[] counters = [Some.Bare(), Some.Bare(), Some.Bare()];
        await fixture.Transact(rows => rows.InsertAsync(counters));
        long[] ids = [.. counters.Select(c => c.Id)];

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => fixture.Transact(async rows =>
        {
            var locked = await rows.LockAsync<Sample, long>(s => s.Id, i % 2 == 0 ? ids : [.. ids.Reverse()]);
            foreach (var counter in locked) counter.Count++;
            await rows.UpdateAsync(locked, [nameof(Sample.Count)]);
        }))));

        (await fixture.Read(ids)).Select(s => s.Count).ShouldBe([20, 20, 20]);
    }

    [Fact]
    public async Task Own_SQL_takes_its_values_as_parameters()
    {
        var sample = Some.Full();
        sample.Name = "Robert'); DROP TABLE sample_sample;--";
        await fixture.Transact(rows => rows.InsertAsync([sample]));

        var found = await fixture.Scope((services, _) => services.GetRequiredService<IRows>()
            .SelectAsync<Sample>($"WHERE name = {sample.Name} AND id >= {sample.Id} LIMIT {5}"));

        found.Single().Id.ShouldBe(sample.Id);
    }

    [Fact]
    public async Task Keys_of_parallel_takers_rise_and_never_meet()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => fixture.Transact(async (services, rows) =>
        {
            var sequences = services.GetRequiredService<Sequences>();
            long[] keys = [.. await sequences.TakeAsync<Sample>(3), .. await sequences.TakeAsync<Sample>(2)];
            await rows.InsertAsync<Sample>([.. keys.Select(key => Some.Full(1_000_000 + key))]);
            return keys.Select(k => 1_000_000 + k).ToArray();
        }))));

        foreach (var keys in taken) keys.ShouldBe(keys.Order());
        if (fixture is PostgresSamples) taken.SelectMany(k => k).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public async Task A_row_of_another_brand_is_refused()
    {
        var foreign = await Should.ThrowAsync<InvalidOperationException>(
            fixture.Transact(async (_, rows) => await rows.InsertMissingAsync<Sample>([Some.Full()]), brand: 8));

        foreign.Message.ShouldContain("brand 7");
    }

    [Fact]
    public async Task Writing_outside_a_transaction_is_refused() => await Should.ThrowAsync<InvalidOperationException>(
        fixture.Scope(async (services, _) =>
        {
            await services.GetRequiredService<IRows>().InsertAsync([Some.Full()]);
            return true;
        }));
}
