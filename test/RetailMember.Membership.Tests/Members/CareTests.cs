using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Care;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using RetailMember.UseCases;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class CareTestsOnSqlite(SqliteShop shop) : CareTests(shop), IClassFixture<SqliteShop>;

public sealed class CareTestsOnPostgres(PostgresShop shop) : CareTests(shop), IClassFixture<PostgresShop>;

[Trait("Req", "CORE-01")]
public abstract class CareTests(Shop.Shop shop)
{
    private static readonly string[] Both = [MembershipPermissions.ViewCare, MembershipPermissions.RecordCare];

    [Fact]
    public async Task It_stands_in_the_members_file_with_who_and_where()
    {
        var member = await shop.MemberAsync();
        await shop.DoAs("anna", Care(member, "问候生日") with { StoreCode = "s2" }, Both);
        await shop.DoAs("anna", Care(member, "投诉包装破损") with { Kind = CareKind.Complaint }, Both);

        var seen = await shop.Do(new FindCare.Input { Member = member });

        seen.Items.Select(c => (c.Kind, c.Note, c.Operator, c.StoreCode)).ShouldBe(
            [(CareKind.Complaint, "投诉包装破损", "anna", "s1"), (CareKind.Call, "问候生日", "anna", "s2")]);
        (await shop.Do(new FindCare.Input { Member = member, Size = 1 })).Next.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_key_is_noted_down_once()
    {
        var care = Care(await shop.MemberAsync(), "电话回访");
        var first = await shop.Do(care);

        (await shop.Do(care)).Care.ShouldBe(first.Care);
        (await shop.Do(new FindCare.Input { Member = care.Member })).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_to_be_followed_up_is_due_on_its_day_until_somebody_did()
    {
        shop.Clock.Set("2026-03-02");
        var member = await shop.MemberAsync();
        var care = (await shop.Do(Care(member, "三天后回电") with { FollowUpOn = new DateOnly(2026, 3, 5) })).Care;
        (await DueAsync()).ShouldNotContain(c => c.Care == care);
        shop.Clock.Set("2026-03-05");
        (await DueAsync()).Single(c => c.Care == care).MemberNo.ShouldBe(member);

        (await shop.DoAs("anna", new FollowUp.Input(care), Both)).FollowedUpBy.ShouldBe("anna");

        (await DueAsync()).ShouldNotContain(c => c.Care == care);
        (await shop.DoAs("bert", new FollowUp.Input(care), Both)).FollowedUpBy.ShouldBe("anna", "whoever said it first");
        (await shop.Do(new FindCare.Input { Member = member })).Items.Single().FollowedUpBy.ShouldBe("anna");
        shop.Clock.Set("2026-03-02");
    }

    [Theory]
    [InlineData("2026-03-01", "membership.follow-up-day")]
    [InlineData("2027-03-04", "membership.follow-up-day")]
    [InlineData("2027-03-03", null)]
    [InlineData("2026-03-02", null)]
    public async Task A_follow_up_lies_between_today_and_a_year_ahead(string day, string? refusal)
    {
        var care = Care(await shop.MemberAsync(), "约定") with
        {
            FollowUpOn = DateOnly.ParseExact(day, "yyyy-MM-dd", null),
        };

        if (refusal is null) await shop.Do(care);
        else (await shop.RefusalOf(care)).ShouldBe(refusal);
    }

    [Fact]
    public async Task A_note_has_something_to_say_and_at_most_five_hundred_characters()
    {
        var member = await shop.MemberAsync();

        (await shop.RefusalOf(Care(member, " "))).ShouldBe("field.not-empty");
        (await shop.RefusalOf(Care(member, new string('话', 501)))).ShouldBe("field.maximum-length");
        await shop.Do(Care(member, new string('话', 500)));
        (await shop.Do(new FindCare.Input { Member = member })).Items.Single().Note.Length.ShouldBe(500);
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task A_note_is_sealed_in_the_table_and_absent_from_the_audit_trail()
    {
        var member = await shop.MemberAsync();
        var care = (await shop.Do(Care(member, "斑马雀过敏史"))).Care;

        var stored = await shop.InTables(services => services.GetRequiredService<MembershipDb>().Database
            .SqlQuery<string>($"""SELECT note AS "Value" FROM membership_care_record WHERE id = {care}""").SingleAsync());

        stored.ShouldStartWith("v1.");
        foreach (var record in shop.Commands) $"{record.Input} {record.Answer}".ShouldNotContain("斑马雀");
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task When_the_membership_is_closed_it_is_erased_and_no_more_is_taken()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Care(member, "会员要求注销") with { FollowUpOn = new DateOnly(2026, 3, 2) });

        await shop.Do(new CloseMember.Input(member, "本人要求"));

        (await shop.Do(new ReadMember.Input(member))).Status.ShouldBe(MemberStatus.Closed);
        (await shop.Do(new FindCare.Input { Member = member })).Items.ShouldBeEmpty();
        (await DueAsync()).ShouldNotContain(c => c.MemberNo == member);
        (await shop.RefusalOf(Care(member, "再登记"))).ShouldBe("membership.member-not-active");
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Whoever_is_of_one_store_sees_its_care_and_that_of_its_members()
    {
        var ofOwn = await shop.MemberAsync();
        var ofOther = (await shop.Do(Enrol(Mobile(4711)) with { StoreCode = "s2" })).MemberNo;
        var due = new DateOnly(2026, 3, 2);
        var told = (await shop.Do(Care(ofOwn, "二店登记") with { StoreCode = "s2", FollowUpOn = due })).Care;
        var hidden = (await shop.Do(Care(ofOther, "他店私事") with { FollowUpOn = due })).Care;
        var own = (await AsClerkOfS1(Care(ofOther, "本店登记") with { FollowUpOn = due })).Care;

        var seen = (await AsClerkOfS1(new FindFollowUps.Input { Size = 200 })).Items.Select(c => c.Care).ToList();

        seen.ShouldContain(told);
        seen.ShouldContain(own);
        seen.ShouldNotContain(hidden);
        (await AsClerkOfS1(new FindCare.Input { Member = ofOther })).Items.Single().Care.ShouldBe(own);
        var refused = await Should.ThrowAsync<Refusal>(() => AsClerkOfS1(new FollowUp.Input(hidden)));
        refused.Code.ShouldBe("membership.follow-up-not-found");
        (await shop.Do(new FindFollowUps.Input { StoreCode = "s1", Size = 200 })).Items.ShouldAllBe(c => c.StoreCode == "s1");
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Another_brand_neither_sees_nor_follows_it_up()
    {
        var care = await shop.Do(Care(await shop.MemberAsync(), "本品牌") with { FollowUpOn = new DateOnly(2026, 3, 2) });

        (await shop.Do(new FindFollowUps.Input { Size = 200 }, Shop.Shop.Apparel)).Items.ShouldNotContain(c => c.Care == care.Care);
        (await shop.RefusalOf(new FollowUp.Input(care.Care), Shop.Shop.Apparel)).ShouldBe("membership.follow-up-not-found");
    }

    private static RecordCare.Input Care(string member, string note) =>
        new() { Key = Key(), Member = member, Kind = CareKind.Call, Note = note };

    private async Task<IReadOnlyList<CareView>> DueAsync() =>
        (await shop.Do(new FindFollowUps.Input { Size = 200 })).Items;

    private Task<TResult> AsClerkOfS1<TResult>(IInput<TResult> input)
    {
        GrantScope[] store = [new GrantScope(Shop.Shop.Pharmacy.Id, 11)];
        var clerk = new Caller(
            CallerKind.Person, Guid.CreateVersion7(), "clerk", Both.ToFrozenDictionary(p => p, _ => store));
        return shop.Entry.RunAsync(input, new CallContext(clerk, Channel.Api) { Brand = Shop.Shop.Pharmacy });
    }
}
