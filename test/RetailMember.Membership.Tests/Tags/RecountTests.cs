using RetailMember.Membership.Members;
using RetailMember.Membership.Tags;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Tags;

public sealed class RecountTestsOnSqlite(SqliteTagShop shop) : RecountTests(shop), IClassFixture<SqliteTagShop>;

public sealed class RecountTestsOnPostgres(PostgresTagShop shop) : RecountTests(shop), IClassFixture<PostgresTagShop>;

/// <summary>One walk at a time in a brand: the tests of one class run one after the other.</summary>
public abstract class RecountTests(TagShop shop)
{
    [Fact, Trait("Req", "CORE-36")]
    public async Task A_count_that_was_killed_goes_on_where_it_stood_and_two_hosts_share_it()
    {
        var members = await BuyersAsync(7);
        var code = await NewAsync();
        var walk = (await shop.Do(new BeginRecount.Input())).Recount;
        var first = await shop.Do(new RecountMembers.Input(walk, 3));
        (first.State, first.Done).ShouldBe((TagRecountState.Running, 3));
        (await shop.Do(new BeginRecount.Input())).Recount.ShouldBe(walk);

        var both = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(async _ =>
            {
                TagRecountView step;
                do step = await shop.Do(new RecountMembers.Input(walk, 1));
                while (step.State == TagRecountState.Running);
                return step;
            }));

        both.ShouldAllBe(b => b.Done == b.Total && b.State == TagRecountState.Done);
        foreach (var member in members) (await shop.HistoryOf(member)).Count(h => h.Tag == code).ShouldBe(1);
        var again = await shop.Do(new RecountTags.Input());
        (again.Done, again.Gained, again.Lost).ShouldBe((both[0].Total, 0, 0));
    }

    [Fact, Trait("Req", "CORE-36")]
    public async Task A_rule_that_comes_meanwhile_begins_the_count_anew()
    {
        await BuyersAsync(2);
        var walk = (await shop.Do(new BeginRecount.Input())).Recount;
        await shop.Do(new RecountMembers.Input(walk, 1));

        await NewAsync();

        (await shop.Do(new RecountMembers.Input(walk, 1))).State.ShouldBe(TagRecountState.Abandoned);
        (await shop.Do(new BeginRecount.Input())).Recount.ShouldNotBe(walk);
        await shop.Do(new RecountTags.Input());
    }

    [Fact, Trait("Req", "CORE-53")]
    public async Task A_recommender_reads_who_has_a_tag_page_by_page_and_why()
    {
        var members = await BuyersAsync(5);
        var code = await NewAsync();
        await shop.Do(new RecountTags.Input());
        const string View = MembershipPermissions.ViewTags;

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await shop.DoAs("recommender", new FindTagged.Input(code, after, 2), View);
            page.Items.Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.Items.Select(i => i.MemberNo));
            after = page.Next;
        }
        while (after is not null);

        members.ShouldBeSubsetOf(seen);
        seen.ShouldBeUnique();
        var tags = await shop.DoAs("recommender", new FindMemberTags.Input(members[0]), View);
        tags.Tags.Single(t => t.Tag == code).Why.Single().Condition.Measure.ShouldBe(TagMeasure.Receipts);
        (await Should.ThrowAsync<Refusal>(() => shop.DoAs("clerk", new FindTagged.Input(code), MembershipPermissions.ViewMembers)))
            .Code.ShouldBe("permission.denied");
        (await Should.ThrowAsync<Refusal>(
            () => shop.DoAs("clerk", new FindMembers.Input { Tag = code }, MembershipPermissions.ViewMembers)))
            .Code.ShouldBe("permission.denied");
        (await shop.Do(new FindMembers.Input { Tag = code, Size = 200 })).Items.Select(m => m.MemberNo).Order()
            .ShouldBe(seen.Order());
    }

    [Fact, Trait("Req", "CORE-36")]
    public async Task Other_modules_ask_for_tags_and_walk_through_a_group()
    {
        var members = await BuyersAsync(3);
        var code = await NewAsync();
        await shop.Do(new RecountTags.Input());

        var (walked, count, tags, choices) = await shop.InTables(async tables =>
        {
            var files = tables.Get<IMemberFiles>();
            var segment = new MemberSegment([]) { Tags = [code] };
            var page = await files.WalkAsync(segment, null, 200, default);
            return (page, await files.CountAsync(segment, default),
                await tables.Get<IMemberTags>().OfAsync([.. page.Select(m => m.Id)], default),
                await tables.Get<IMemberTags>().ChoicesAsync(default));
        });

        members.ShouldBeSubsetOf(walked.Select(m => m.MemberNo));
        count.ShouldBe(walked.Count);
        tags.Values.ShouldAllBe(t => t.Contains(code));
        choices.ShouldContain(new TagChoice(code, "bought"));
    }

    private async Task<string[]> BuyersAsync(int count)
    {
        var members = new string[count];
        for (var i = 0; i < count; i++)
        {
            members[i] = await shop.MemberAsync();
            await shop.Do(Buy(members[i], 10, "2026-03-01"));
        }

        return members;
    }

    private async Task<string> NewAsync()
    {
        var code = Key();
        await shop.ActivateAsync(code, TagTests.Bought(1));
        return code;
    }
}

file static class Services
{
    public static T Get<T>(this IServiceProvider services)
        where T : class => (T)services.GetService(typeof(T))!;
}
