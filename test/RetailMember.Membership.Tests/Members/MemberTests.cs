using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using RetailMember.UseCases;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class MemberTestsOnSqlite(SqliteShop shop) : MemberTests(shop), IClassFixture<SqliteShop>;

public sealed class MemberTestsOnPostgres(PostgresShop shop) : MemberTests(shop), IClassFixture<PostgresShop>;

public abstract class MemberTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-01")]
    public async Task Name_and_mobile_are_enough_to_enrol()
    {
        var enrolled = await shop.Do(Enrol(Mobile(1), "张小芳"));

        enrolled.ShouldSatisfyAllConditions(
            m => m.Status.ShouldBe(MemberStatus.Active),
            m => m.TierCode.ShouldBe("ordinary"),
            m => m.MaskedName.ShouldBe("张**"),
            m => m.MemberNo.Length.ShouldBe(10));
        shop.Outbox.Told.OfType<MemberEnrolled>().ShouldContain(e => e.BrandId == 1);
    }

    [Fact, Trait("Req", "CORE-01")]
    public async Task A_field_that_the_brand_has_not_declared_is_refused() =>
        (await shop.RefusalOf(Enrol(Mobile(2)) with { Fields = new Dictionary<string, string> { ["income"] = "1" } }))
            .ShouldBe("membership.field-undeclared");

    [Fact]
    public async Task A_required_field_that_is_missing_is_named() =>
        (await shop.RefusalOf(Enrol(Mobile(3)) with { Name = null })).ShouldBe("field.not-empty");

    [Fact, Trait("Req", "CORE-44")]
    public async Task The_same_key_enrols_once_and_answers_the_same()
    {
        var first = await shop.Do(Enrol(Mobile(4)) with { Key = "e-4" });
        var again = await shop.Do(Enrol(Mobile(4)) with { Key = "e-4" });

        again.ShouldBe(first);
        (await shop.RefusalOf(Enrol(Mobile(5)) with { Key = "e-4" })).ShouldBe("key.reused");
        (await shop.RefusalOf(Enrol(Mobile(4)))).ShouldBe("membership.already-member");
    }

    [Fact, Trait("Req", "CORE-40")]
    public async Task One_mobile_in_two_brands_is_one_person_with_two_memberships()
    {
        var pharmacy = await shop.Do(Enrol(Mobile(6), "李雷"));
        var apparel = await shop.Do(Enrol(Mobile(6), "李雷"), Shop.Shop.Apparel);

        var both = await shop.DoForChain(new FindMemberships.Input(Mobile(6)));

        both.Memberships.Select(m => (m.Brand, m.MemberNo)).ShouldBe(
            [("pharmacy", pharmacy.MemberNo), ("apparel", apparel.MemberNo)]);
        (await shop.RefusalOf(new ReadMember.Input(apparel.MemberNo))).ShouldBe("membership.member-not-found");
        var clerk = Shop.Shop.Person("clerk", MembershipPermissions.ViewMembers);
        (await Should.ThrowAsync<Refusal>(() => shop.DoForChain(new FindMemberships.Input(Mobile(6)), clerk)))
            .Code.ShouldBe("permission.denied");
    }

    [Fact, Trait("Req", "CORE-02")]
    public async Task A_card_names_its_member_and_cannot_be_bound_to_another()
    {
        var first = await shop.Do(Enrol(Mobile(7)));
        var second = await shop.Do(Enrol(Mobile(8)));
        await shop.Do(new BindCard.Input(first.MemberNo, "mag000123", CredentialKind.Magnetic));

        (await shop.Do(new ReadMember.Input("MAG000123"))).MemberNo.ShouldBe(first.MemberNo);
        (await shop.Do(new ReadMember.Input(Mobile(7)))).MemberNo.ShouldBe(first.MemberNo);
        (await shop.RefusalOf(new BindCard.Input(second.MemberNo, "MAG000123", CredentialKind.Magnetic)))
            .ShouldBe("membership.card-of-another");
        await shop.Do(new UnbindCard.Input(first.MemberNo, "MAG000123"));
        (await shop.RefusalOf(new ReadMember.Input("MAG000123"))).ShouldBe("membership.member-not-found");
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task A_file_is_masked_and_the_full_view_is_a_right_of_its_own()
    {
        var member = await shop.Do(Enrol(Mobile(9), "欧阳修文"));

        var file = await shop.DoAs("clerk", new ReadMember.Input(member.MemberNo), MembershipPermissions.ViewMembers);
        file.MaskedName.ShouldBe("欧**");
        file.MaskedMobile.ShouldBe($"{Mobile(9)[..3]}****{Mobile(9)[^4..]}");
        (await Should.ThrowAsync<Refusal>(() => shop.DoAs(
            "clerk", new RevealMember.Input(member.MemberNo, "回访"), MembershipPermissions.ViewMembers))).Code.ShouldBe("permission.denied");
        var full = await shop.DoAs("operations", new RevealMember.Input(member.MemberNo, "回访"), MembershipPermissions.RevealMembers);
        (full.Name, full.Mobile).ShouldBe(("欧阳修文", Mobile(9)));
    }

    [Fact, Trait("Req", "CORE-22")]
    public async Task A_birthday_is_corrected_once()
    {
        var member = await shop.Do(Enrol(Mobile(10)) with { Birthday = new DateOnly(1990, 1, 1) });
        await shop.Do(new ChangeMember.Input { Member = member.MemberNo, Birthday = new DateOnly(1990, 2, 1) });

        (await shop.RefusalOf(new ChangeMember.Input { Member = member.MemberNo, Birthday = new DateOnly(1990, 3, 1) }))
            .ShouldBe("membership.birthday-fixed");
    }

    [Fact, Trait("Req", "CORE-22")]
    public async Task Of_twenty_corrections_of_a_birthday_at_one_moment_one_holds()
    {
        var member = await shop.Do(Enrol(Mobile(14)) with { Birthday = new DateOnly(1990, 1, 1) });

        var corrections = await Task.WhenAll(Enumerable.Range(1, 20).Select(day => shop.TryDo(
            new ChangeMember.Input { Member = member.MemberNo, Birthday = new DateOnly(1990, 2, day) })));

        corrections.Count(c => c.Accepted).ShouldBe(1);
        corrections.Where(c => !c.Accepted).ShouldAllBe(c => c.Refusal!.Code == "membership.birthday-fixed");
    }

    [Fact]
    public async Task Who_left_comes_back_to_his_number()
    {
        var member = await shop.Do(Enrol(Mobile(11)));
        await shop.Do(new CloseMember.Input(member.MemberNo, "moved away"));

        (await shop.Do(Enrol(Mobile(11)))).MemberNo.ShouldBe(member.MemberNo);
    }

    [Fact]
    public async Task Search_finds_by_exact_name_and_pages_by_key()
    {
        for (var i = 20; i < 25; i++) await shop.Do(Enrol(Mobile(i), "王同名"));

        var first = await shop.Do(new FindMembers.Input { Search = "王同名", Size = 3 });
        var second = await shop.Do(new FindMembers.Input { Search = "王同名", Size = 3, After = first.Next });

        first.Items.Count.ShouldBe(3);
        second.Items.Count.ShouldBe(2);
        second.Next.ShouldBeNull();
        first.Items.Concat(second.Items).Select(m => m.MemberNo).Distinct().Count().ShouldBe(5);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(31)]
    public async Task A_number_that_looks_like_a_mobile_is_refused_also_ones_own(int n) =>
        (await shop.RefusalOf(Enrol(Mobile(30)) with { MemberNo = Mobile(n) })).ShouldBe("membership.member-no-is-mobile");

    [Fact]
    public async Task A_number_with_a_line_break_behind_it_is_malformed() =>
        (await shop.RefusalOf(Enrol(Mobile(32)) with { MemberNo = "A1\n" })).ShouldBe("membership.member-no-malformed");

    [Fact]
    public async Task A_card_names_neither_a_mobile_nor_another_members_number_in_any_case()
    {
        await shop.Do(Enrol(Mobile(33)) with { MemberNo = "vip-77" });
        var member = (await shop.Do(Enrol(Mobile(34)))).MemberNo;

        (await shop.RefusalOf(new BindCard.Input(member, Mobile(33), CredentialKind.Barcode))).ShouldBe("membership.card-is-mobile");
        (await shop.RefusalOf(new BindCard.Input(member, "VIP-77", CredentialKind.Barcode))).ShouldBe("membership.card-of-another");
        (await shop.RefusalOf(new BindCard.Input(member, "card\n", CredentialKind.Barcode))).ShouldBe("membership.card-malformed");
    }

    [Fact]
    public async Task Twenty_at_once_with_one_mobile_become_one_member()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.Entry.TryAsync(
            Enrol(Mobile(40)), new CallContext(Caller.House("house"), Channel.Api) { Brand = Shop.Shop.Pharmacy })));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "membership.already-member");
    }

    [Fact, Trait("Req", "CORE-40")]
    public async Task What_several_brands_know_of_a_person_one_of_them_cannot_rewrite()
    {
        var pharmacy = await shop.Do(Enrol(Mobile(9_001)));
        await shop.Do(Enrol(Mobile(9_001)), Shop.Shop.Apparel);
        var change = new ChangeMember.Input { Member = pharmacy.MemberNo, Mobile = Mobile(9_002) };

        var refusal = await Should.ThrowAsync<Refusal>(() => shop.DoAs("manager", change, MembershipPermissions.EditMembers));

        refusal.Code.ShouldBe("membership.person-shared");
        (await shop.Do(change)).MemberNo.ShouldBe(pharmacy.MemberNo);
    }
}
