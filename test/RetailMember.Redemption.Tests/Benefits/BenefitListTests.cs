using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Pages.Benefits;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Benefits;

public sealed class BenefitListTestsOnSqlite(SqliteShop shop) : BenefitListTests(shop), IClassFixture<SqliteShop>;

public sealed class BenefitListTestsOnPostgres(PostgresShop shop) : BenefitListTests(shop), IClassFixture<PostgresShop>;

/// <summary>What head office sees of benefits: who had them, and to whom they were granted.</summary>
public abstract class BenefitListTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-21")]
    public async Task Each_use_is_known_by_member_store_and_period_page_by_page()
    {
        var benefit = await BenefitAsync(new BenefitShare { Tiers = ["gold"], Most = 3 });
        var (one, two) = (shop.Members.Add("gold"), shop.Members.Add("gold"));
        foreach (var (member, store) in ((MemberSummary, string)[])[(one, "s1"), (two, "s2"), (one, "s1")])
            await shop.Do(Use(benefit, member, store));
        shop.Clock.Set("2026-04-02");
        await shop.Do(Use(benefit, one, "s1"));
        shop.Clock.Set("2026-03-02");

        var asked = new FindBenefitUses.Input { Benefit = benefit, Size = 3 };
        var first = await shop.Do(asked);
        var second = await shop.Do(asked with { After = first.Next });

        first.Items.Concat(second.Items).Select(u => (u.MemberNo, u.StoreCode, u.Period)).ShouldBe(
        [
            (one.MemberNo, "s1", "2026-04"), (one.MemberNo, "s1", "2026-03"), (two.MemberNo, "s2", "2026-03"),
            (one.MemberNo, "s1", "2026-03"),
        ]);
        (await shop.Do(asked with { Member = two.MemberNo })).Items.ShouldHaveSingleItem().Operator.ShouldBe("house");
        (await shop.Do(asked with { StoreCode = "s2" })).Items.ShouldHaveSingleItem();
        (await shop.Do(new ReadBenefit.Input(benefit))).Periods
            .ShouldBe([new ReadBenefit.Period("2026-03", 3), new ReadBenefit.Period("2026-04", 1)]);
        (await shop.Do(new FindBenefits.Input(Withdrawn: false))).Benefits.Single(b => b.Benefit.Benefit == benefit)
            .Uses.ShouldBe(4);
        (await shop.Do(new FindBenefits.Input(Withdrawn: true))).Benefits.ShouldNotContain(b => b.Benefit.Benefit == benefit);
        (await shop.RefusalOf(new ReadBenefit.Input("none"))).ShouldBe("redemption.benefit-not-found");
        (await shop.RefusalOf(asked, Shop.Shop.Pharmacy)).ShouldBe("redemption.benefit-not-found");
    }

    [Fact, Trait("Req", "CORE-54")]
    public async Task Grants_are_listed_with_their_days_and_their_end()
    {
        var benefit = await BenefitAsync(new BenefitShare { Granted = true, Most = 1 });
        var members = Enumerable.Range(0, 4).Select(_ => shop.Members.Add()).ToList();
        await GrantAsync(benefit, members[0], "2026-03-01", null);
        await GrantAsync(benefit, members[1], "2026-03-03", null);
        await GrantAsync(benefit, members[2], "2026-01-01", "2026-03-01");
        await GrantAsync(benefit, members[3], "2026-03-01", null);
        await shop.Do(new RevokeBenefit.Input(benefit, members[3].MemberNo));
        var asked = new FindBenefitGrants.Input { Benefit = benefit, Size = 3 };

        var first = await shop.Do(asked);
        var all = first.Items.Concat((await shop.Do(asked with { After = first.Next })).Items)
            .ToDictionary(g => g.MemberNo!, g => g.State);

        members.Select(m => all[m.MemberNo]).ShouldBe(
            [GrantState.Standing, GrantState.Ahead, GrantState.Over, GrantState.Revoked]);
        (await shop.Do(asked with { Standing = true })).Items.Count.ShouldBe(2);
    }

    [Fact, Trait("Req", "CORE-54")]
    public async Task A_member_with_two_grants_is_listed_with_each()
    {
        var benefit = await BenefitAsync(new BenefitShare { Granted = true, Most = 1 });
        var member = shop.Members.Add();
        await GrantAsync(benefit, member, "2026-03-01", null);
        var occasion = new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, Day("2026-03-01"), "campaigns");
        await shop.InTables(t => t.GetRequiredService<IBenefits>().GrantAsync(
            [new BenefitGrant(benefit, member.Id, Day("2026-03-02"), Day("2026-03-31"), "prize", occasion, "campaign/1")], default));
        var asked = new FindBenefitGrants.Input { Benefit = benefit, Size = 1 };

        var first = await shop.Do(asked);
        var second = await shop.Do(asked with { After = first.Next });

        first.Items.Concat(second.Items).Select(g => g.Reason).ShouldBe(["prize", "test"]);
        second.Next.ShouldBeNull();
    }

    [Fact, Trait("Req", "CORE-21")]
    public void A_form_says_who_has_it_and_a_line_of_tiers_without_any_is_refused()
    {
        var shares = ((BenefitForm.SharePart[])
        [
            new() { Who = ShareKind.All, Tiers = ["gold"], Most = 1 }, new() { Who = ShareKind.Tiers, Tiers = ["gold"] },
            new() { Who = ShareKind.Granted, Tiers = ["gold"], Most = 2 },
        ]).Select((s, i) => s.ToShare(i)).ToList();

        shares.Select(s => (s.Tiers.Count, s.Granted, s.Most)).ShouldBe([(0, false, 1), (1, false, null), (1, true, 2)]);
        foreach (var wrong in (BenefitForm.SharePart[])[new() { Who = ShareKind.Tiers }, new() { Who = null, Most = 1 }])
            Should.Throw<Refusal>(() => wrong.ToShare(0)).Fields.ShouldHaveSingleItem().Code.ShouldBe("field.not-empty");
        BenefitForm.SharePart.Of(shares[2]).Who.ShouldBe(ShareKind.Granted);
    }

    private async Task<string> BenefitAsync(BenefitShare share) => (await shop.Do(new EditBenefit.Input(
        "b" + Key(), new BenefitTerms { Name = new LocalName("权益", "Benefit"), Shares = [share], Period = LimitPeriod.Month })))
        .Benefit;

    private Task<GrantBenefit.Result> GrantAsync(string benefit, MemberSummary member, string from, string? to) =>
        shop.Do(new GrantBenefit.Input
        {
            Benefit = benefit, Members = [member.MemberNo], From = Day(from), To = to is null ? null : Day(to), Reason = "test",
        });

    private static UseBenefit.Input Use(string benefit, MemberSummary member, string store) => new()
    {
        Key = Key(), StoreCode = store, Benefit = benefit, Member = member.MemberNo,
    };
}
