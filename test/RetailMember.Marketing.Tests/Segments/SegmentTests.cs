using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using RetailMember.Redemption;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Marketing.Tests.Segments.Conditions;

namespace RetailMember.Marketing.Tests.Segments;

public sealed class SegmentTestsOnSqlite(SqliteChain chain) : SegmentTests(chain), IClassFixture<SqliteChain>;

public sealed class SegmentTestsOnPostgres(PostgresChain chain) : SegmentTests(chain), IClassFixture<PostgresChain>;

[Trait("Req", "SMS-09")]
public abstract class SegmentTests(Chain chain)
{
    [Fact]
    public async Task Conditions_of_several_modules_become_one_set_with_all_any_and_not()
    {
        var shop = await TrialAsync();
        var gold = Of("membership.tier", ("oneOf", "gold"));
        var rich = Of("membership.spend", ("days", "30"), ("atLeast", "100"));
        var west = Of("membership.store", ("oneOf", "s2"));
        var points = Of("membership.points", ("atLeast", "1"));
        var voucher = Of("redemption.voucher-held");

        (await shop.InAsync(All(gold, rich))).ShouldBe(["goldRich"]);
        (await shop.InAsync(Any(gold, rich))).ShouldBe(["goldRich", "gold", "rich"], ignoreOrder: true);
        (await shop.InAsync(All(gold with { Not = true }, rich))).ShouldBe(["rich"]);
        (await shop.InAsync(Any(gold, rich) with { Not = true })).ShouldBe(["west", "plain"], ignoreOrder: true);
        (await shop.InAsync(All(points) with { Groups = [Any(gold, west)] })).ShouldBe(["goldRich"]);
        (await shop.InAsync(Any(west) with { Groups = [All(gold, rich with { Not = true })] }))
            .ShouldBe(["west", "gold"], ignoreOrder: true);
        (await shop.InAsync(All() with { Groups = [Any(gold with { Not = true }, rich), All(west) with { Not = true }] }))
            .ShouldBe(["goldRich", "rich", "plain"], ignoreOrder: true);
        (await shop.InAsync(All(voucher with { Not = true }, gold))).ShouldBe(["goldRich", "gold"], ignoreOrder: true);
        (await shop.InAsync(All(voucher))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voucher_counts_while_it_pays_by_its_definition_and_the_days_that_are_left()
    {
        var shop = await TrialAsync();
        var (month, week) = (await VoucherAsync(30), await VoucherAsync(7));
        await GiveAsync(shop, month, "gold", "rich");
        await GiveAsync(shop, week, "plain");

        (await shop.InAsync(All(Of("redemption.voucher-held")))).ShouldBe(["gold", "rich", "plain"], ignoreOrder: true);
        (await shop.InAsync(All(Of("redemption.voucher-held", ("oneOf", month))))).ShouldBe(["gold", "rich"], ignoreOrder: true);
        (await shop.InAsync(All(Of("redemption.voucher-held", ("expiresWithin", "7"))))).ShouldBe(["plain"]);
        (await shop.InAsync(All(Of("redemption.voucher-held", ("oneOf", month), ("expiresWithin", "7"))))).ShouldBeEmpty();
        (await shop.InAsync(All(Of("redemption.voucher-held", ("oneOf", month)) with { Not = true })))
            .ShouldBe(["goldRich", "west", "plain"], ignoreOrder: true);
        await RevokeAsync(week);
        (await shop.InAsync(All(Of("redemption.voucher-held")))).ShouldBe(["gold", "rich"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_member_who_leaves_is_in_no_segment_from_that_moment_on()
    {
        var shop = await TrialAsync();

        await chain.Do(new CloseMember.Input(shop.NumberOf("plain"), "test"));

        (await shop.InAsync(All())).ShouldNotContain("plain");
        (await shop.InAsync(All(Of("membership.tier", ("oneOf", "gold"))) with { Not = true })).ShouldNotContain("plain");
    }

    [Fact]
    public async Task Every_change_is_a_version_and_the_same_words_again_are_none()
    {
        var code = Chain.Key();
        var terms = Terms(All(Of("membership.age", ("atLeast", "30"))));

        (await chain.Do(new EditSegment.Input(code, terms))).Version.ShouldBe(1);
        (await chain.Do(new EditSegment.Input(code, terms))).Version.ShouldBe(1);
        (await chain.Do(new EditSegment.Input(code, terms with { Members = Any() }))).Version.ShouldBe(2);

        var read = await chain.Do(new ReadSegment.Input(code));
        read.Wordings.Select(w => w.Version).ShouldBe([2, 1]);
        read.Wordings[1].Terms.Members.Conditions.Single().Values["atLeast"].ShouldBe(["30"]);
        (await chain.Do(new FindSegments.Input(), Chain.Apparel)).Segments.ShouldNotContain(s => s.Segment == code);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("New")]
    [InlineData("NEW")]
    public async Task The_address_of_the_form_is_no_code_in_whatever_case(string code) =>
        (await chain.RefusalOf(new EditSegment.Input(code, Terms(All(Of("redemption.voucher-held")))))).ShouldBe("field.code");

    [Theory]
    [InlineData("membership.nobody", "atLeast", "1", "terms.members.conditions[0].kind", "marketing.condition-unknown")]
    [InlineData("membership.age", "atLeast", "-1", "terms.members.conditions[0].values.atLeast", "field.malformed")]
    [InlineData("membership.age", "shoeSize", "41", "terms.members.conditions[0].values.shoeSize", "field.unknown")]
    [InlineData("membership.spend", "days", "30", "terms.members.conditions[0].values.atLeast", "marketing.condition-says-nothing")]
    [InlineData("membership.spend", "atLeast", "1.001", "terms.members.conditions[0].values.atLeast", "field.malformed")]
    [InlineData("membership.joined", "from", "2026-02-30", "terms.members.conditions[0].values.from", "field.malformed")]
    [InlineData("membership.tier", "oneOf", "platinum'); --", "terms.members.conditions[0].values.oneOf", "field.malformed")]
    [InlineData("membership.birthday", "days", "400", "terms.members.conditions[0].values.days", "field.malformed")]
    public async Task A_condition_that_cannot_be_asked_is_refused_by_its_field(
        string kind, string field, string value, string path, string code)
    {
        var no = (await chain.TryDo(new EditSegment.Input(Chain.Key(), Terms(All(Of(kind, (field, value))))))).Refusal.ShouldNotBeNull();

        no.Fields.Select(f => (f.Field, f.Code)).ShouldContain((path, code));
    }

    [Theory]
    [InlineData("membership.age", "atLeast", "60", "atMost", "20")]
    [InlineData("membership.spend", "atLeast", "10", "atMost", "9.99")]
    [InlineData("membership.joined", "from", "2026-02-02", "to", "2026-02-01")]
    public async Task Bounds_that_nobody_can_meet_are_refused_and_equal_ones_are_not(
        string kind, string lower, string least, string upper, string most)
    {
        var no = (await chain.TryDo(new EditSegment.Input(
            Chain.Key(), Terms(All(Of(kind, (lower, least), (upper, most))))))).Refusal.ShouldNotBeNull();

        no.Fields.Select(f => (f.Field, f.Code)).ShouldBe(
            [($"terms.members.conditions[0].values.{upper}", "marketing.condition-range")]);
        await chain.Do(new EditSegment.Input(Chain.Key(), Terms(All(Of(kind, (lower, least), (upper, least))))));
    }

    [Fact]
    public async Task A_tree_is_neither_too_deep_nor_too_large()
    {
        var condition = Of("membership.age", ("atLeast", "30"));
        var deep = All() with { Groups = [All() with { Groups = [All() with { Groups = [All() with { Groups = [All(condition)] }] }] }] };

        (await chain.RefusalOf(new EditSegment.Input(Chain.Key(), Terms(deep)))).ShouldBe("marketing.segment-deep");
        (await chain.RefusalOf(new EditSegment.Input(Chain.Key(), Terms(All([.. Enumerable.Repeat(condition, 31)])))))
            .ShouldBe("marketing.segment-large");
    }

    [Fact]
    public async Task Who_may_only_look_saves_nothing()
    {
        var viewer = Chain.Person("viewer", MarketingRights.ViewSegments);

        (await chain.RefusalOf(new EditSegment.Input(Chain.Key(), Terms(All())), caller: viewer)).ShouldBe("permission.denied");
        (await chain.Do(new PreviewSegment.Input(All()), caller: viewer)).Count.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_preview_names_a_few_members_by_their_numbers_alone()
    {
        var shop = await TrialAsync();

        var preview = await chain.Do(new PreviewSegment.Input(shop.Only(All(Of("membership.tier", ("oneOf", "gold"))))));

        preview.Count.ShouldBe(2);
        preview.SampleMembers.Select(s => (s.MemberNo, s.TierCode)).ShouldBe(
            [(shop.NumberOf("goldRich"), "gold"), (shop.NumberOf("gold"), "gold")], ignoreOrder: true);
        preview.SampleMembers.ShouldAllBe(s => s.TierName != s.TierCode, "people read the tier's name");
        preview.CostEstimate!.MessageParts.ShouldBe(2);
    }

    /// <summary>An active definition whose vouchers pay for so many days.</summary>
    private async Task<string> VoucherAsync(int days)
    {
        var code = Chain.Key();
        await chain.Do(new EditVoucherDefinition.Input(code, new VoucherTerms
        {
            Name = new LocalName("券", "Voucher"), Amount = Money.FromYuan(10m), Validity = new Validity { Days = days },
        }));
        await chain.Do(new ActivateVoucherDefinition.Input(code));
        return code;
    }

    private async Task GiveAsync(SegmentTrial shop, string voucher, params string[] names)
    {
        var members = await Task.WhenAll(names.Select(n => chain.IdOfAsync(shop.NumberOf(n))));
        await chain.InTables(tables => tables.GetRequiredService<IVouchers>().IssueAsync(
            [.. members.Select(m => new VoucherIssue($"{voucher}:{m:N}", voucher, m, "test", Today))], default));
    }

    private Task<IReadOnlyList<VoucherRevoked>> RevokeAsync(string voucher) => chain.InTables(async tables =>
    {
        var keys = await tables.GetRequiredService<RedemptionDb>().Vouchers.Where(v => v.IssueKey.StartsWith(voucher))
            .Select(v => v.IssueKey).ToListAsync();
        return await tables.GetRequiredService<IVouchers>().RevokeAsync(
            [.. keys.Select(k => new VoucherRevocation(k, "test", Today))], default);
    });

    private VoucherOccasion Today => new(chain.Clock.GetUtcNow().UtcDateTime, new DateOnly(2026, 3, 2), "test");

    private Task<SegmentTrial> TrialAsync() => SegmentTrial.OpenAsync(chain);

    private static SegmentTerms Terms(SegmentGroup members) => new() { Name = new LocalName("分群", "Segment"), Members = members };
}
