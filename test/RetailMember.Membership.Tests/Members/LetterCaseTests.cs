using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using RetailMember.UseCases;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class LetterCaseTestsOnSqlite(SqliteShop shop) : LetterCaseTests(shop), IClassFixture<SqliteShop>;

public sealed class LetterCaseTestsOnPostgres(PostgresShop shop) : LetterCaseTests(shop), IClassFixture<PostgresShop>;

/// <summary>Capital and small letters make no other number, store or brand; what was written is kept.</summary>
public abstract class LetterCaseTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-01")]
    public async Task A_number_is_one_members_in_any_case_and_is_kept_as_it_was_written()
    {
        await shop.Do(Enrol(Mobile(701)) with { MemberNo = "Vip-7" });

        (await shop.RefusalOf(Enrol(Mobile(702)) with { MemberNo = "VIP-7" })).ShouldBe("membership.member-no-taken");
        foreach (var spelling in (string[])["Vip-7", "VIP-7", "vip-7", " vip-7 "])
            (await shop.Do(new ReadMember.Input(spelling))).MemberNo.ShouldBe("Vip-7");
        (await shop.Do(new FindMembers.Input { Search = "VIP-7" })).Items.Select(m => m.MemberNo).ShouldBe(["Vip-7"]);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task At_the_till_member_and_store_are_found_in_any_case()
    {
        await shop.Do(Enrol(Mobile(703)) with { MemberNo = "Vip-8" });

        var recorded = await shop.Do(Buy("VIP-8", 10, receiptNo: "case-1") with { StoreCode = "S1" });

        recorded.Points.ShouldBe(10);
        (await shop.Do(new ReadMember.Input("vip-8"))).LifetimePurchases.ShouldBe(1);
        (await shop.RefusalOf(Buy("Vip-8", 10, receiptNo: "case-1"))).ShouldBe("key.reused");
    }

    [Fact]
    public async Task Twenty_at_once_with_one_number_in_two_spellings_become_one_member()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.Entry.TryAsync(
            Enrol(Mobile(710 + i)) with { MemberNo = i % 2 == 0 ? "many-1" : "MANY-1" },
            new CallContext(Caller.House("house"), Channel.Api) { Brand = Shop.Shop.Pharmacy })));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "membership.member-no-taken");
    }

    [Theory]
    [InlineData("new")]
    [InlineData("New")]
    [InlineData("search")]
    public async Task A_word_that_stands_in_addresses_is_no_number(string word) =>
        (await shop.RefusalOf(Enrol(Mobile(740)) with { MemberNo = word })).ShouldBe("membership.member-no-reserved");
}
