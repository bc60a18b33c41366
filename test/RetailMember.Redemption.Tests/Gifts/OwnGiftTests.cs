using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Own;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class OwnGiftTestsOnSqlite(SqliteShop shop) : OwnGiftTests(shop), IClassFixture<SqliteShop>;

public sealed class OwnGiftTestsOnPostgres(PostgresShop shop) : OwnGiftTests(shop), IClassFixture<PostgresShop>;

/// <summary>Gifts that wait, as their member sees them on his phone.</summary>
[Trait("Req", "RD-06")]
public abstract class OwnGiftTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact]
    public async Task A_member_sees_his_gift_and_its_last_day_and_claims_it_by_the_code_that_he_shows()
    {
        var rule = await Brand.RuleAsync(For(GiftReason.Enrolment, await Brand.DefinitionAsync(Worth(5m))) with
        {
            Claim = new ClaimWindow { Days = 30 },
        });
        var member = Brand.Members.Add(joinedOn: "2026-03-02");
        Brand.Clock.Set("2026-03-02");
        await Brand.EnrolAsync(member);
        var phone = Shop.Shop.Phone(member);

        var gift = (await Brand.TryDo(new FindOwnGifts.Input(), caller: phone)).Value.WaitingGifts.Single();
        (gift.Name.In("zh-Hans"), gift.ClaimUntil).ShouldBe(("赠礼", new DateOnly(2026, 3, 31)));
        gift.Parts.Single().Name.In("zh-Hans").ShouldBe("券");
        var code = (await Brand.TryDo(new ShowOwnGift.Input(gift.Gift), caller: phone)).Value.Code;
        (await Brand.TryDo(new ShowOwnGift.Input(gift.Gift), caller: phone)).Value.Code.ShouldBe(code);
        (await Brand.Do(new ClaimGiftByCode.Input { Key = Key(), StoreCode = "s1", Code = code })).State.ShouldBe(GiftState.Given);

        (await Brand.GiftsAsync(member, rule)).Single().State.ShouldBe(GiftState.Given);
        (await Brand.TryDo(new FindOwnGifts.Input(), caller: phone)).Value.WaitingGifts.ShouldNotContain(g => g.Gift == gift.Gift);
        (await Brand.RefusalOf(new ShowOwnGift.Input(gift.Gift), caller: phone)).ShouldBe("redemption.gift-not-open");
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task Nobody_sees_anothers_gift_or_its_code()
    {
        var (member, stranger) = (Brand.Members.Add(), Brand.Members.Add());
        var gift = (await Brand.Do(new GiveGift.Input
        {
            Key = Key(), Member = member.MemberNo, Vouchers = [await Brand.DefinitionAsync(Worth(5m))], ClaimDays = 7, Reason = "抽奖",
        })).Gift;

        var (his, hers) = (Shop.Shop.Phone(stranger), Shop.Shop.Phone(member));
        (await Brand.TryDo(new FindOwnGifts.Input(), caller: his)).Value.WaitingGifts.ShouldBeEmpty();
        (await Brand.RefusalOf(new ShowOwnGift.Input(gift), caller: his)).ShouldBe("member.not-own");
        (await Brand.TryDo(new FindOwnGifts.Input(), caller: hers)).Value.WaitingGifts.Single().Name.In("zh-Hans").ShouldBe("抽奖");
        (await Brand.TryDo(new FindOwnGifts.Input())).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }
}
