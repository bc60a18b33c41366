using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Pages.Vouchers;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Batches;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.UseCases;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class BatchTestsOnSqlite(SqliteShop shop) : BatchTests(shop), IClassFixture<SqliteShop>;

public sealed class BatchTestsOnPostgres(PostgresShop shop) : BatchTests(shop), IClassFixture<PostgresShop>;

public abstract class BatchTests(Shop.Shop shop)
{
    [Fact]
    public async Task A_segment_gets_one_voucher_each_also_when_the_work_is_done_twice()
    {
        var tier = Tier();
        var members = Add(2_345, tier);
        var batch = await StartAsync(await shop.DefinitionAsync(Worth(5m)), tier);
        batch.Total.ShouldBe(2_345);

        var done = await Task.WhenAll(shop.Do(new RunVoucherBatch.Input(batch.Batch)), shop.Do(new RunVoucherBatch.Input(batch.Batch)));

        done.ShouldAllBe(b => b.State == VoucherBatchState.Done && b.Issued == 2_345 && b.Done == 2_345);
        (await HeldAsync(members)).ShouldBe([.. Enumerable.Repeat(1, 2_345)]);
    }

    [Fact]
    public async Task A_batch_that_was_killed_goes_on_where_it_was()
    {
        var tier = Tier();
        var members = Add(30, tier);
        var batch = await StartAsync(await shop.DefinitionAsync(Worth(5m)), tier);
        for (var i = 0; i < 2; i++) await shop.Do(new IssueSomeOfBatch.Input(batch.Batch, 7));
        (await shop.Do(new ReadVoucherBatch.Input(batch.Batch))).Issued.ShouldBe(14);

        var done = await shop.Do(new RunVoucherBatch.Input(batch.Batch));

        (done.State, done.Issued).ShouldBe((VoucherBatchState.Done, 30));
        (await HeldAsync(members)).ShouldAllBe(n => n == 1);
    }

    [Fact]
    public async Task A_list_gets_vouchers_within_each_members_limit()
    {
        var definition = await shop.DefinitionAsync(Worth(5m) with { MostPerMember = 1 });
        var members = Add(5, Tier());
        await shop.Do(Issue(definition, members[0]));
        shop.Members.Close(members[1]);
        string[] named = [.. members.Select(m => m.MemberNo)];

        var batch = await shop.Do(new IssueVouchers.Input { Key = Key(), Definition = definition, Reason = "gift", Members = named });
        var done = await shop.Do(new RunVoucherBatch.Input(batch.Batch));

        (done.Done, done.Issued, done.Refused).ShouldBe((5, 3, 2));
    }

    [Fact]
    public async Task A_batch_that_is_stopped_issues_no_more()
    {
        var tier = Tier();
        Add(20, tier);
        var batch = await StartAsync(await shop.DefinitionAsync(Worth(5m)), tier);
        await shop.Do(new IssueSomeOfBatch.Input(batch.Batch, 5));

        await shop.Do(new StopVoucherBatch.Input(batch.Batch));

        var after = await shop.Do(new RunVoucherBatch.Input(batch.Batch));
        (after.State, after.Issued).ShouldBe((VoucherBatchState.Stopped, 5));
        (await shop.RefusalOf(new ResumeVoucherBatch.Input(batch.Batch))).ShouldBe("redemption.batch-is-over");
    }

    [Fact]
    public async Task A_batch_whose_definition_ends_midway_stops_there_and_says_why()
    {
        var tier = Tier();
        Add(20, tier);
        var definition = await shop.DefinitionAsync(Worth(5m));
        var batch = await StartAsync(definition, tier);
        await shop.Do(new IssueSomeOfBatch.Input(batch.Batch, 5));
        await shop.Do(new EndVoucherDefinition.Input(definition));

        var after = await shop.Do(new RunVoucherBatch.Input(batch.Batch));

        (after.State, after.Done, after.Issued, after.Refused).ShouldBe((VoucherBatchState.Stopped, 5, 5, 0));
        after.EndReason.ShouldBe(VoucherRefusals.DefinitionNotActive);
    }

    [Fact]
    public async Task Everybody_gets_one_where_everybody_is_said()
    {
        var input = new IssueVouchers.Input
        {
            Key = Key(), Definition = await shop.DefinitionAsync(Worth(5m)), Reason = "gift", Everybody = true,
        };
        shop.Members.Add();

        var batch = await shop.Do(input);

        batch.Total.ShouldBe((await shop.Do(new CountRecipients.Input())).Members);
        (await shop.Do(new StopVoucherBatch.Input(batch.Batch))).State.ShouldBe(VoucherBatchState.Stopped);
    }

    [Fact, Trait("Req", "CORE-54")]
    public async Task Who_has_a_tag_gets_one_and_the_preview_counts_them()
    {
        var (tier, tag) = (Tier(), "tag" + Key());
        var members = Add(3, tier);
        foreach (var member in members.Take(2)) shop.Members.Tags[member.Id] = [tag, "coffee"];
        var input = new IssueVouchers.Input
        {
            Key = Key(), Definition = await shop.DefinitionAsync(Worth(5m)), Reason = "gift", Tiers = [tier], Tags = [tag],
        };

        (await shop.Do(new CountRecipients.Input { Tags = [tag] })).Members.ShouldBe(2);
        var batch = await shop.Do(input);
        (await shop.Do(new RunVoucherBatch.Input(batch.Batch))).Issued.ShouldBe(2);

        (await HeldAsync(members)).ShouldBe([1, 1]);
        (await shop.RefusalOf(input with { Key = Key(), Tags = ["unheard-of"] })).ShouldBe("membership.tag-not-found");
    }

    [Fact]
    public async Task A_list_is_counted_by_its_members_and_nobody_by_nothing()
    {
        var (one, two) = (shop.Members.Add().MemberNo, shop.Members.Add().MemberNo);
        var form = new IssuePages.BulkForm { Key = Key(), Definition = "d", Members = $"{one}, {two}\n{one}\nnobody" };

        (await shop.Do(IssuePages.BulkForm.CountOf(form.ToInput()))).Members.ShouldBe(2);
        (form with { Members = null }).ToInput().NamesNobody.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_of_a_list_is_unknown_is_told_by_place_and_on_the_page_by_line()
    {
        var known = shop.Members.Add().MemberNo;
        var input = new IssueVouchers.Input
        {
            Key = Key(), Definition = await shop.DefinitionAsync(Worth(5m)), Reason = "gift", Members = [known, "nobody", "nix"],
        };
        var form = new IssuePages.BulkForm
        {
            Key = Key(), Definition = input.Definition, Reason = "gift", Members = $"{known}, nobody\r\n\r\n nix",
        };

        (await shop.TryDo(input)).Refusal!.Fields.Select(f => (f.Field, f.Code)).ShouldBe(
        [
            ("members", "redemption.members-not-found"), ("members[1]", "redemption.member-unknown"),
            ("members[2]", "redemption.member-unknown"),
        ]);
        var told = await Should.ThrowAsync<Refusal>(() => form.ToldByLineAsync(() => shop.Do(form.ToInput())));
        told.Fields.Skip(1).Select(f => (f.Field, f.Facts[0].Value, f.Facts[1].Value))
            .ShouldBe([("members", 1, "nobody"), ("members", 3, "nix")]);
    }

    [Fact]
    public async Task A_batch_for_nobody_or_for_strangers_is_refused()
    {
        var definition = await shop.DefinitionAsync(Worth(5m));
        var input = new IssueVouchers.Input { Key = Key(), Definition = definition, Reason = "gift", Members = ["nobody"] };

        (await shop.RefusalOf(input)).ShouldBe("redemption.members-not-found");
        (await shop.RefusalOf(input with { Tiers = ["gold"] })).ShouldBe("redemption.list-or-segment");
        (await shop.RefusalOf(input with { Members = [] })).ShouldBe("redemption.everybody-or-some");
        (await shop.RefusalOf(input with { Everybody = true })).ShouldBe("redemption.everybody-or-some");
        var backwards = input with { Members = [], JoinedFrom = new DateOnly(2027, 1, 1), JoinedTo = new DateOnly(2026, 1, 1) };
        (await shop.RefusalOf(backwards)).ShouldBe("redemption.dates-in-wrong-order");
        (await shop.RefusalOf(input with { Members = [], Tiers = ["unheard-of"] })).ShouldBe("membership.tier-not-found");
        (await shop.RefusalOf(new RunVoucherBatch.Input(987_654))).ShouldBe("redemption.batch-not-found");
    }

    [Fact]
    public async Task The_same_key_starts_one_batch()
    {
        var tier = Tier();
        Add(1, tier);
        var waiting = shop.Background.Waiting.Count;
        var input = new IssueVouchers.Input
        {
            Key = Key(), Definition = await shop.DefinitionAsync(Worth(5m)), Reason = "gift", Tiers = [tier],
        };

        var first = await shop.Do(input);

        (await shop.Do(input)).Batch.ShouldBe(first.Batch);
        shop.Background.Waiting.Count.ShouldBe(waiting + 1);
    }

    private Task<BatchView> StartAsync(string definition, string tier) =>
        shop.Do(new IssueVouchers.Input { Key = Key(), Definition = definition, Reason = "gift", Tiers = [tier] });

    private MemberSummary[] Add(int count, string tier) => [.. Enumerable.Range(0, count).Select(_ => shop.Members.Add(tier))];

    private static string Tier() => MembersInMemory.OwnTier + Key();

    private async Task<int[]> HeldAsync(MemberSummary[] members)
    {
        var ids = members.Select(m => m.Id).ToHashSet();
        var held = await shop.InTables(tables =>
            tables.GetRequiredService<RedemptionDb>().Vouchers.Select(v => v.MemberId).ToListAsync());
        return [.. held.Where(ids.Contains).GroupBy(m => m).Select(g => g.Count())];
    }
}
