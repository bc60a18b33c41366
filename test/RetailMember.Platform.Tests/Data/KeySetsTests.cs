using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

/// <summary>Sets of keys on their own: what any module may put together, by one statement.</summary>
public abstract partial class RowsTests
{
    [Fact]
    public async Task Sets_of_keys_are_joined_narrowed_and_counted()
    {
        var (a, b, c, d) = (await OwnedAsync(1), await OwnedAsync(2), await OwnedAsync(3), await OwnedAsync(4));
        Guid[] own = [a.Owner, b.Owner, c.Owner, d.Owner];

        (await FirstAsync(db => KeySet.Joined([Of(db, a, b), Of(db, b, c)]))).ShouldBe([a.Owner, b.Owner, c.Owner], ignoreOrder: true);
        (await FirstAsync(db => KeySet.Common([Of(db, a, b, c), Of(db, b, c, d)], []))).ShouldBe([b.Owner, c.Owner], ignoreOrder: true);
        (await FirstAsync(db => KeySet.Common([Of(db, a, b, c), Of(db, b, c, d)], [Of(db, c)]))).ShouldBe([b.Owner]);
        (await FirstAsync(db => KeySet.Common([KeySet.Joined([Of(db, a), Of(db, d)])], [KeySet.Common([Of(db, d)], [Of(db, a)])])))
            .ShouldBe([a.Owner]);
        (await InScopeAsync((db, sets) => sets.FirstAsync(Of(db, a, b, c, d), 2, default))).Count.ShouldBe(2);
        (await InScopeAsync((db, sets) => sets.SumAsync(
            KeySet.Common([Of(db, a, b, c)], [Of(db, b)]),
            db.Samples.Where(s => own.Contains(s.Owner) && s.Count != 3).Select(s => new KeyedAmount(s.Owner, s.Count)), default)))
            .ShouldBe(new KeyedSum(1, 1));
        (await InScopeAsync((db, sets) => sets.SumAsync(
            Of(db, d), db.Samples.Where(s => s.Count < 0).Select(s => new KeyedAmount(s.Owner, s.Count)), default)))
            .ShouldBe(default);
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task A_set_is_counted_with_its_first_keys_or_with_some_that_are_spread_over_it()
    {
        var all = new List<Sample>();
        for (var i = 0; i < 7; i++) all.Add(await OwnedAsync(20 + i));
        Sample[] samples = [.. all];
        var inOrder = (await InScopeAsync((db, sets) => sets.FirstAsync(Of(db, samples), 100, default))).ToList();

        var first = await InScopeAsync((db, sets) => sets.CountAsync(Of(db, samples), 2, default));
        var spread = await InScopeAsync((db, sets) => sets.SpreadAsync(Of(db, samples), 3, default));
        var whole = await InScopeAsync((db, sets) => sets.SpreadAsync(Of(db, samples), 7, default));
        var nobody = await InScopeAsync((db, sets) => sets.CountAsync(Of(db), 2, default));

        (first.Count, spread.Count, whole.Count, nobody.Count).ShouldBe((7, 7, 7, 0));
        first.Keys.ShouldBe(inOrder[..2]);
        spread.Keys.ShouldBe([inOrder[0], inOrder[3], inOrder[6]], ignoreOrder: true);
        whole.Keys.ShouldBe(inOrder, ignoreOrder: true);
        nobody.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_queries_of_a_set_bring_along_is_kept_apart_and_literals_are_left_alone()
    {
        var quoted = await OwnedAsync(5, "it's @p0 '");
        var other = await OwnedAsync(6);
        var (first, second, third) = (quoted.Name, 5L, other.Name);

        (await FirstAsync(db => KeySet.Common(
            [
                KeySet.Of(db.Samples.Where(s => s.Name == first || s.Name == third).Select(s => s.Owner)),
                KeySet.Of(db.Samples.Where(s => s.Count == second).Select(s => s.Owner)),
            ],
            [KeySet.Of(db.Samples.Where(s => s.Name == third && s.Note != "@k0 it's").Select(s => s.Owner))])))
            .ShouldBe([quoted.Owner]);
    }

    [Fact]
    public async Task A_row_is_inserted_for_each_key_and_only_within_a_transaction_of_its_brand()
    {
        var (from, to) = (await OwnedAsync(7), Some.Bare());
        await Should.ThrowAsync<InvalidOperationException>(
            InScopeAsync((db, sets) => sets.InsertAsync(Of(db, from), to, nameof(Sample.Owner), default)));

        var inserted = await fixture.Transact((services, _) => services.GetRequiredService<IKeySets>().InsertAsync(
            Of(services.GetRequiredService<SampleDb>(), from), to, nameof(Sample.Owner), default));

        inserted.ShouldBe(1);
        (await fixture.Read(to.Id)).Single().ShouldSatisfyAllConditions(
            s => s.Owner.ShouldBe(from.Owner), s => s.Name.ShouldBe(to.Name), s => s.BrandId.ShouldBe(SampleFixture.Brand));
    }

    [Fact]
    public async Task The_transaction_in_which_a_set_is_asked_keeps_to_its_indexes_afterwards()
    {
        var owned = await OwnedAsync(8);
        await fixture.Transact(async (services, _) =>
        {
            var (db, sets) = (services.GetRequiredService<SampleDb>(), services.GetRequiredService<IKeySets>());
            var before = await PlansAsync(db);

            (await sets.FirstAsync(Of(db, owned), 10, default)).ShouldBe([owned.Owner]);
            (await sets.CountAsync(Of(db, owned), 10, default)).Count.ShouldBe(1);

            (await PlansAsync(db)).ShouldBe(before);
            return true;
        });
    }

    /// <summary>How statements are planned; nothing to say of SQLite.</summary>
    private static async Task<string> PlansAsync(SampleDb db) => db.Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal)
        ? await db.Database.SqlQueryRaw<string>(
            """
            SELECT concat_ws(' ', current_setting('enable_seqscan'), current_setting('jit'), current_setting('work_mem')) AS "Value"
            """).SingleAsync()
        : "";

    [Fact]
    public void A_set_of_no_sets_is_no_set()
    {
        Should.Throw<ArgumentException>(() => KeySet.Common([], []));
        Should.Throw<ArgumentException>(() => KeySet.Joined([]));
    }

    private async Task<Sample> OwnedAsync(long count, string? name = null)
    {
        var sample = Some.Full();
        sample.Count = count;
        if (name is not null) sample.Name = name + sample.Name;
        await fixture.Transact(rows => rows.InsertAsync([sample]));
        return sample;
    }

    private static KeySet Of(SampleDb db, params Sample[] samples)
    {
        long[] ids = [.. samples.Select(s => s.Id)];
        return KeySet.Of(db.Samples.Where(s => ids.Contains(s.Id)).Select(s => s.Owner));
    }

    private Task<IReadOnlyList<Guid>> FirstAsync(Func<SampleDb, KeySet> set) =>
        InScopeAsync((db, sets) => sets.FirstAsync(set(db), 100, default));

    private Task<T> InScopeAsync<T>(Func<SampleDb, IKeySets, Task<T>> work) => fixture.Scope(
        (services, _) => work(services.GetRequiredService<SampleDb>(), services.GetRequiredService<IKeySets>()));
}
