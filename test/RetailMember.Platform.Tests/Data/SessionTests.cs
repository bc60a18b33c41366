using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

public sealed class SessionTestsOnSqlite(SqliteSamples fixture) : SessionTests(fixture), IClassFixture<SqliteSamples>;

public sealed class SessionTestsOnPostgres(PostgresSamples fixture) : SessionTests(fixture), IClassFixture<PostgresSamples>;

public abstract class SessionTests(SampleFixture fixture)
{
    [Fact]
    public async Task A_brand_sees_its_own_rows_and_no_brand_sees_none()
    {
        var sample = Some.Full();
        await fixture.Transact(rows => rows.InsertAsync([sample]));

        (await Count(sample, SampleFixture.Brand)).ShouldBe(1);
        (await Count(sample, 8)).ShouldBe(0);
        (await Count(sample, null)).ShouldBe(0);
    }

    [Fact]
    public async Task The_chain_says_that_it_asks_across_brands()
    {
        var sample = Some.Full();
        await fixture.Transact(rows => rows.InsertAsync([sample]));

        var seen = await fixture.Scope(
            (services, session) =>
            {
                session.AllBrands = true;
                return services.GetRequiredService<SampleDb>().AcrossBrands<Sample>().CountAsync(s => s.Id == sample.Id);
            },
            brand: null);
        seen.ShouldBe(1);

        await Should.ThrowAsync<InvalidOperationException>(fixture.Scope(
            (services, session) =>
            {
                session.AllBrands = true;
                return services.GetRequiredService<SampleDb>().Samples.CountAsync();
            },
            brand: null));
        await Should.ThrowAsync<InvalidOperationException>(fixture.Scope(
            (services, _) => services.GetRequiredService<SampleDb>().AcrossBrands<Sample>().CountAsync()));
    }

    [Fact]
    public async Task Saving_a_row_of_another_brand_is_refused() => await Should.ThrowAsync<InvalidOperationException>(
        fixture.Scope(
            (services, _) =>
            {
                var db = services.GetRequiredService<SampleDb>();
                db.Add(Some.Full());
                return db.SaveChangesAsync();
            },
            brand: 8));

    [Fact]
    public async Task What_EF_and_rows_write_in_a_transaction_is_undone_together()
    {
        var (byEf, byRows) = (Some.Full(), Some.Full());
        await fixture.Scope(async (services, session) =>
        {
            await session.BeginAsync();
            var db = services.GetRequiredService<SampleDb>();
            db.Add(byEf);
            await db.SaveChangesAsync();
            await services.GetRequiredService<IRows>().InsertAsync([byRows]);
            await session.RollbackAsync();
            db.ChangeTracker.Entries().ShouldBeEmpty();
            return true;
        });

        (await fixture.Read(byEf.Id, byRows.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scope_that_is_dropped_in_its_transaction_undoes_it_and_lets_the_next_one_in()
    {
        var sample = Some.Full();
        await Should.ThrowAsync<NotSupportedException>(fixture.Transact(async (services, rows) =>
        {
            _ = services.GetRequiredService<SampleDb>().Samples.Local;
            await rows.InsertAsync([sample]);
            return await Task.FromException<bool>(new NotSupportedException("out of luck"));
        }));

        await fixture.Transact(rows => rows.InsertAsync([sample])).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_stale_copy_is_not_saved()
    {
        var id = await fixture.Scope(async (services, _) =>
        {
            var document = new Document { Title = "first" };
            services.GetRequiredService<SampleDb>().Add(document);
            await services.GetRequiredService<SampleDb>().SaveChangesAsync();
            return document.Id;
        });

        await Should.ThrowAsync<DbUpdateConcurrencyException>(fixture.Scope(async (services, _) =>
        {
            var mine = await services.GetRequiredService<SampleDb>().Documents.SingleAsync(d => d.Id == id);
            await fixture.Scope(async (others, _) =>
            {
                var theirs = await others.GetRequiredService<SampleDb>().Documents.SingleAsync(d => d.Id == id);
                theirs.Title = "theirs";
                return await others.GetRequiredService<SampleDb>().SaveChangesAsync();
            });
            mine.Title = "mine";
            return await services.GetRequiredService<SampleDb>().SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_local_time_is_refused() => await Should.ThrowAsync<Exception>(fixture.Transact(rows =>
    {
        var sample = Some.Full();
        return rows.InsertAsync<Sample>(
        [
            new Sample
            {
                Id = sample.Id,
                BrandId = sample.BrandId,
                Name = sample.Name,
                At = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local),
            },
        ]);
    }));

    [Fact]
    public async Task A_personal_column_is_sealed_in_the_table()
    {
        var sample = Some.Full();
        await fixture.Transact(rows => rows.InsertAsync([sample]));

        var stored = await fixture.Scope((services, _) => services.GetRequiredService<SampleDb>()
            .Database.SqlQuery<string>($"SELECT mobile AS \"Value\" FROM sample_sample WHERE id = {sample.Id}").SingleAsync());

        stored.ShouldStartWith("v1.");
        stored.ShouldNotContain("13800138000");
    }

    private Task<int> Count(Sample sample, int? brand) => fixture.Scope(
        (services, _) => services.GetRequiredService<SampleDb>().Samples.CountAsync(s => s.Id == sample.Id), brand);
}
