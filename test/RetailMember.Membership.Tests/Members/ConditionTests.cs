using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Conditions;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Texts;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;
using Kinds = RetailMember.Membership.Members.Conditions.ConditionKinds;

namespace RetailMember.Membership.Tests.Members;

public sealed class ConditionTestsOnSqlite(SqliteShop shop) : ConditionTests(shop), IClassFixture<SqliteShop>;

public sealed class ConditionTestsOnPostgres(PostgresShop shop) : ConditionTests(shop), IClassFixture<PostgresShop>;

/// <summary>What Membership tells members apart by. Today is 2 March 2026.</summary>
[Trait("Req", "SMS-09")]
public abstract class ConditionTests(Shop.Shop shop)
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Sex_and_age_are_found_to_the_day_though_they_are_sealed()
    {
        var thirty = await BornAsync("1996-03-02", Sex.Female);
        var almost = await BornAsync("1996-03-03", Sex.Female);
        var forty = await BornAsync("1986-03-02", Sex.Female);
        var thirtyNine = await BornAsync("1986-03-03", Sex.Female);
        var man = await BornAsync("1990-06-01", Sex.Male);
        var middle = await BornAsync("1990-06-01", Sex.Female);

        (await AmongAsync([thirty, almost, forty, thirtyNine, man, middle],
            MemberCondition.Of(Kinds.Age, (Kinds.AtLeast, "30"), (Kinds.AtMost, "39")),
            MemberCondition.Of(Kinds.Sex, (Kinds.OneOf, "female")))).ShouldBe([thirty, thirtyNine, middle], ignoreOrder: true);
        (await AmongAsync([thirty, almost, forty], MemberCondition.Of(Kinds.Age, (Kinds.AtMost, "29")))).ShouldBe([almost]);
        (await AmongAsync([thirty, almost, forty], MemberCondition.Of(Kinds.Age, (Kinds.AtLeast, "40")))).ShouldBe([forty]);
    }

    [Fact]
    public async Task Who_has_corrected_his_birthday_and_told_his_sex_later_is_found_by_what_he_says_now()
    {
        var member = await BornAsync("1996-03-02", sex: null);
        await shop.Do(new ChangeMember.Input { Member = member, Birthday = new DateOnly(1950, 3, 2), Sex = Sex.Male });

        (await AmongAsync([member],
            MemberCondition.Of(Kinds.Age, (Kinds.AtLeast, "76")), MemberCondition.Of(Kinds.Sex, (Kinds.OneOf, "male"))))
            .ShouldBe([member]);
        (await AmongAsync([member], MemberCondition.Of(Kinds.Age, (Kinds.AtMost, "30")))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Birthdays_of_the_coming_days_and_of_a_month()
    {
        var today = await BornAsync("1991-03-02");
        var third = await BornAsync("1991-03-04");
        var fourth = await BornAsync("1991-03-05");
        var leap = await BornAsync("2000-02-29");

        (await AmongAsync([today, third, fourth, leap], MemberCondition.Of(Kinds.Birthday, (Kinds.Days, "3"))))
            .ShouldBe([today, third], ignoreOrder: true);
        (await AmongAsync([today, third, fourth, leap], MemberCondition.Of(Kinds.BirthMonth, (Kinds.OneOf, "2")))).ShouldBe([leap]);
    }

    [Fact]
    public async Task Spend_and_receipts_of_some_days_count_from_the_first_to_today_refunds_taken_off()
    {
        var (early, late, back, none) = (await NewAsync(), await NewAsync(), await NewAsync(), await NewAsync());
        await shop.Do(Buy(early, 100m, "2026-01-31"));
        await shop.Do(Buy(late, 60m, "2026-02-01"));
        await shop.Do(Buy(late, 40m, "2026-03-02"));
        var receipt = Buy(back, 100m, "2026-02-20");
        await shop.Do(receipt);
        await shop.Do(new RefundPurchase.Input
        {
            RefundNo = Key(), StoreCode = "s1", ReceiptNo = receipt.ReceiptNo, Amount = Money.FromYuan(0.01m),
        });
        string[] all = [early, late, back, none];

        (await AmongAsync(all, Spend(30, "100"))).ShouldBe([late]);
        (await AmongAsync(all, Spend(31, "100"))).ShouldBe([early, late], ignoreOrder: true);
        (await AmongAsync(all, Spend(30, "99.99"))).ShouldBe([late, back], ignoreOrder: true);
        (await AmongAsync(all, Spend(30, null, "0"))).ShouldBe([early, none], ignoreOrder: true);
        (await AmongAsync(all, MemberCondition.Of(Kinds.Spend, (Kinds.AtLeast, "99.99"), (Kinds.AtMost, "99.99")))).ShouldBe([back]);
        (await AmongAsync(all, MemberCondition.Of(Kinds.Receipts, (Kinds.Days, "30"), (Kinds.AtLeast, "2")))).ShouldBe([late]);
        (await AmongAsync(all, MemberCondition.Of(Kinds.Receipts, (Kinds.AtMost, "0")))).ShouldBe([none]);
    }

    [Fact]
    public async Task How_much_and_how_often_in_some_days_hold_together_with_what_else_is_asked()
    {
        var (often, once, silver, little) = (await NewAsync(), await NewAsync(), await NewAsync(), await NewAsync());
        foreach (var member in (string[])[often, silver]) await shop.Do(Buy(member, 60m, "2026-02-10"));
        foreach (var member in (string[])[often, silver]) await shop.Do(Buy(member, 60m, "2026-02-11"));
        await shop.Do(Buy(once, 120m, "2026-02-10"));
        foreach (var day in (string[])["2026-02-10", "2026-02-11"]) await shop.Do(Buy(little, 10m, day));
        foreach (var member in (string[])[often, once, little]) await shop.Do(new GrantTier.Input(member, "gold", "test"));
        string[] all = [often, once, silver, little];
        var gold = MemberCondition.Of(Kinds.Tier, (Kinds.OneOf, "gold"));
        var twice = MemberCondition.Of(Kinds.Receipts, (Kinds.Days, "30"), (Kinds.AtLeast, "2"));

        (await AmongAsync(all, gold, Spend(30, "100"), twice)).ShouldBe([often]);
        (await AmongAsync(all, gold, Spend(30, "100"))).ShouldBe([often, once], ignoreOrder: true);
        (await AmongAsync(all, Spend(30, "10", "20"), twice)).ShouldBe([little]);
    }

    [Fact]
    public async Task Days_since_the_last_purchase_are_business_days_and_who_never_bought_has_none()
    {
        var (long1, short1, never) = (await NewAsync(), await NewAsync(), await NewAsync());
        await shop.Do(Buy(long1, 10m, "2026-01-01"));
        await shop.Do(Buy(short1, 10m, "2026-01-02"));
        string[] all = [long1, short1, never];

        (await AmongAsync(all, MemberCondition.Of(Kinds.Recency, (Kinds.AtLeast, "60")))).ShouldBe([long1]);
        (await AmongAsync(all, MemberCondition.Of(Kinds.Recency, (Kinds.AtMost, "59")))).ShouldBe([short1]);
    }

    [Fact]
    public async Task Points_that_can_be_used_and_tiers()
    {
        var (rich, poor) = (await NewAsync(), await NewAsync());
        await shop.Do(Buy(rich, 500m));
        await shop.Do(new GrantTier.Input(rich, "gold", "test"));

        (await AmongAsync([rich, poor], MemberCondition.Of(Kinds.Points, (Kinds.AtLeast, "1")))).ShouldBe([rich]);
        (await AmongAsync([rich, poor], MemberCondition.Of(Kinds.Points, (Kinds.AtMost, "0")))).ShouldBe([poor]);
        (await AmongAsync([rich, poor], MemberCondition.Of(Kinds.Points, (Kinds.AtMost, "100000")))).Count.ShouldBe(2);
        (await AmongAsync([rich, poor], MemberCondition.Of(Kinds.Tier, (Kinds.OneOf, "gold"), (Kinds.OneOf, "silver")))).ShouldBe([rich]);
    }

    [Fact]
    public async Task Joining_the_store_and_its_area()
    {
        var member = await NewAsync();
        var away = (await shop.Do(Enrol(NextMobile()) with { StoreCode = "s2" })).MemberNo;

        (await AmongAsync([member, away],
            MemberCondition.Of(Kinds.Joined, (Kinds.From, "2026-03-02"), (Kinds.To, "2026-03-02")),
            MemberCondition.Of(Kinds.Store, (Kinds.OneOf, "S1")))).ShouldBe([member]);
        (await AmongAsync([member, away], MemberCondition.Of(Kinds.Joined, (Kinds.From, "2026-03-03")))).ShouldBeEmpty();
        (await AmongAsync([member, away], MemberCondition.Of(Kinds.Membership, (Kinds.AtLeast, "1")))).ShouldBeEmpty();
        (await AmongAsync([member, away], MemberCondition.Of(Kinds.Membership, (Kinds.AtMost, "0")))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_left_and_who_belongs_to_another_brand_is_in_nobodys_set()
    {
        var (gone, here) = (await NewAsync(), await NewAsync());
        await shop.Do(new CloseMember.Input(gone, "test"));
        var active = MemberCondition.Of(MemberConditionKind.Active);

        (await AmongAsync([gone, here], active)).ShouldBe([here]);
        (await shop.InTables(t => FoundAsync(t, [active]), Shop.Shop.Apparel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_kind_can_be_asked_with_whatever_its_form_offers_and_has_its_words()
    {
        var kinds = await shop.InTables(t => Conditions(t).KindsAsync(default));
        var texts = new TextCatalogue([typeof(ConditionsOfMembers).Assembly]);

        kinds.Select(k => k.Code).ShouldBeUnique();
        foreach (var kind in kinds)
        {
            await shop.InTables(t => FoundAsync(t, [Sample(kind)]));
            foreach (var language in TextCatalogue.Languages)
                ((string[])[kind.Text, .. kind.Asks.Select(f => f.Text)]).ShouldBeSubsetOf(texts.In(language).Keys);
        }
    }

    private static MemberCondition Sample(MemberConditionKind kind) => MemberCondition.Of(
        kind.Code, [.. kind.Asks.Select(f => (f.Name, ValueOf(f)))]);

    private static string ValueOf(MemberConditionField field) => field.Kind switch
    {
        ConditionFieldKind.Choices => field.Choices.Count > 0 ? field.Choices[0].Code : "nobody",
        ConditionFieldKind.Day => "2026-01-01",
        ConditionFieldKind.Words => "coffee",
        _ => "30",
    };

    private static MemberCondition Spend(int days, string? atLeast, string? atMost = null)
    {
        (string, string)[] bounds =
        [
            .. atLeast is null ? [] : new[] { (Kinds.AtLeast, atLeast) }, .. atMost is null ? [] : new[] { (Kinds.AtMost, atMost) },
        ];
        return MemberCondition.Of(Kinds.Spend, [(Kinds.Days, $"{days}"), .. bounds]);
    }

    private static int lastMobile = 7_000;

    private static string NextMobile() => Mobile(Interlocked.Increment(ref lastMobile));

    private async Task<string> NewAsync() => (await shop.Do(Enrol(NextMobile()))).MemberNo;

    private async Task<string> BornAsync(string birthday, Sex? sex = null) => (await shop.Do(Enrol(NextMobile()) with
    {
        Birthday = DateOnly.ParseExact(birthday, "O", null), Sex = sex,
    })).MemberNo;

    /// <summary>Those of these members for whom all conditions hold.</summary>
    private async Task<IReadOnlyList<string>> AmongAsync(string[] members, params MemberCondition[] all) =>
        [.. (await shop.InTables(t => FoundAsync(t, all))).Intersect(members)];

    private static async Task<List<string>> FoundAsync(IServiceProvider tables, MemberCondition[] all)
    {
        var selections = Conditions(tables).Select(all, Today);
        var everybody = Conditions(tables).Select([MemberCondition.Of(MemberConditionKind.Active)], Today);
        var set = KeySet.Common(
            [.. everybody.Concat(selections.Where(s => !s.IsExcluded)).Select(s => KeySet.Of(s.Members))],
            [.. selections.Where(s => s.IsExcluded).Select(s => KeySet.Of(s.Members))]);
        var sets = tables.GetRequiredService<IKeySets>();
        var (count, keys) = await sets.CountAsync(set, 10_000, default);
        count.ShouldBe(keys.Count);
        return await tables.GetRequiredService<MembershipDb>().Members.Where(m => keys.Contains(m.Id))
            .Select(m => m.MemberNo).ToListAsync();
    }

    private static ConditionsOfMembers Conditions(IServiceProvider tables) =>
        tables.GetServices<IMemberConditions>().OfType<ConditionsOfMembers>().Single();
}
