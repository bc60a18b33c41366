using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Redemption;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class ValidityRightTestsOnSqlite(ValidityRightTestsOnSqlite.CardYears shop)
    : ValidityRightTests(shop), IClassFixture<ValidityRightTestsOnSqlite.CardYears>
{
    public sealed class CardYears() : CardYearShop(DatabaseKind.Sqlite);
}

public sealed class ValidityRightTestsOnPostgres(ValidityRightTestsOnPostgres.CardYears shop)
    : ValidityRightTests(shop), IClassFixture<ValidityRightTestsOnPostgres.CardYears>
{
    public sealed class CardYears() : CardYearShop(DatabaseKind.Postgres);
}

/// <summary>Its programme reviews tiers at the end of each card year.</summary>
public abstract class CardYearShop(DatabaseKind kind) : Shop.Shop(kind)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Set("2024-03-01");
        await this.TurnToAsync(QualificationPeriod.CardYear);
    }
}

/// <summary>A longer validity of a tier as something that points can buy.</summary>
public abstract class ValidityRightTests(CardYearShop shop)
{
    [Fact, Trait("Req", "RD-01")]
    public async Task A_card_valid_to_14_March_2026_is_extended_by_a_year_and_reviewed_a_year_later()
    {
        var (no, member) = await GoldAsync(701);
        shop.Clock.Set("2026-02-01");

        (await GrantAsync(member, "12")).ShouldBeNull();

        (await ProgressAsync(no)).ShouldSatisfyAllConditions(
            p => p.PeriodEnd.ShouldBe(new DateOnly(2026, 3, 14)),
            p => p.ExtendedUntil.ShouldBe(new DateOnly(2027, 3, 14)),
            p => p.Projected!.Code.ShouldBe("gold"));
        (await TierOn(no, "2026-03-15")).ShouldBe("gold");
        (await TierOn(no, "2027-03-14")).ShouldBe("gold");
        (await TierOn(no, "2027-03-15")).ShouldBe("ordinary");
    }

    [Fact, Trait("Req", "RD-01")]
    public async Task An_extension_by_months_lasts_to_the_end_of_the_period_and_a_further_one_goes_on_from_there()
    {
        var (no, member) = await GoldAsync(702);

        (await GrantAsync(member, "1")).ShouldBeNull();
        (await ProgressAsync(no)).ExtendedUntil.ShouldBe(new DateOnly(2027, 3, 14));
        (await GrantAsync(member, "24")).ShouldBeNull();
        (await ProgressAsync(no)).ExtendedUntil.ShouldBe(new DateOnly(2029, 3, 14));
    }

    [Fact, Trait("Req", "RD-01")]
    public async Task An_extension_that_has_not_begun_is_taken_back_the_latest_one_first()
    {
        var (no, member) = await GoldAsync(703);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await GrantAsync(member, "12", first)).ShouldBeNull();
        (await GrantAsync(member, "12", second)).ShouldBeNull();

        (await TakeBackAsync(member, first)).ShouldBe("membership.validity-extended-since");
        (await TakeBackAsync(member, second)).ShouldBeNull();
        (await ProgressAsync(no)).ExtendedUntil.ShouldBe(new DateOnly(2027, 3, 14));
        shop.Clock.Set("2026-03-15");
        (await TakeBackAsync(member, first)).ShouldBe("membership.validity-begun");
        shop.Clock.Set("2026-03-14");
        (await TakeBackAsync(member, first)).ShouldBeNull();
        (await TakeBackAsync(member, first)).ShouldBe("membership.validity-extended-since");
        (await ProgressAsync(no)).ExtendedUntil.ShouldBeNull();
        (await TierOn(no, "2026-03-15")).ShouldBe("ordinary");
    }

    [Fact, Trait("Req", "RD-01")]
    public async Task What_cannot_be_lost_or_is_no_number_of_months_is_not_extended()
    {
        shop.Clock.Set("2025-03-15");
        var no = (await shop.Do(Enrol(Mobile(704)))).MemberNo;
        var (_, gold) = await GoldAsync(705);

        (await GrantAsync(await IdAsync(no), "12")).ShouldBe("membership.tier-without-end");
        foreach (var nonsense in (string[])["", "0", "121", "-1", "1.5", "year"])
            (await GrantAsync(gold, nonsense)).ShouldBe("membership.validity-months");
    }

    /// <summary>Reached gold in the card year before the one that ends on 14 March 2026.</summary>
    private async Task<(string No, Guid Id)> GoldAsync(int mobile)
    {
        shop.Clock.Set("2024-03-15");
        var no = (await shop.Do(Enrol(Mobile(mobile)))).MemberNo;
        await shop.Do(Buy(no, 6_000));
        (await TierOn(no, "2025-03-15")).ShouldBe("gold");
        return (no, await IdAsync(no));
    }

    private async Task<Guid> IdAsync(string no) =>
        (await shop.InTables(t => t.GetRequiredService<IMemberFiles>().FindAsync([no], default)))[no].Id;

    private async Task<string> TierOn(string no, string day)
    {
        shop.Clock.Set(day);
        await shop.Do(new ReviewTiers.Input());
        return (await shop.Do(new ReadMember.Input(no))).Tier.Code;
    }

    private async Task<TierProgress> ProgressAsync(string no) => (await shop.Do(new ReadMember.Input(no))).Progress.ShouldNotBeNull();

    private Task<string?> GrantAsync(Guid member, string months, Guid? order = null) =>
        OnRight(r => r.GrantAsync(Grant(member, months, order ?? Guid.CreateVersion7()), default));

    private Task<string?> TakeBackAsync(Guid member, Guid order) =>
        OnRight(r => r.TakeBackAsync(Grant(member, "12", order), default));

    private Task<string?> OnRight(Func<IRewardRight, Task<string?>> ask) =>
        shop.InTables(t => ask(t.GetServices<IRewardRight>().Single(r => r.Name == "membership.validity")));

    private RightGrant Grant(Guid member, string months, Guid order) =>
        new(member, months, order, shop.Clock.Today(Shop.Shop.Pharmacy));
}
