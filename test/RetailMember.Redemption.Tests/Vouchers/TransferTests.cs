using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class TransferTestsOnSqlite(SqliteShop shop) : TransferTests(shop), IClassFixture<SqliteShop>;

public sealed class TransferTestsOnPostgres(PostgresShop shop) : TransferTests(shop), IClassFixture<PostgresShop>;

/// <summary>Vouchers that are passed on: who had them, and how many anybody may have.</summary>
public abstract class TransferTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-12")]
    public async Task Nobody_comes_to_more_by_presents_than_he_may_have()
    {
        var definition = await shop.DefinitionAsync(Worth(30m) with { Transferable = true, MostPerMember = 1 });
        var (a, b, c) = (shop.Members.Add(), shop.Members.Add(), shop.Members.Add());
        var given = (await shop.Do(Issue(definition, a))).Voucher;
        await shop.Do(Issue(definition, b));

        (await shop.RefusalOf(new TransferVoucher.Input(given, b.MemberNo))).ShouldBe(VoucherRefusals.MemberHasMost);
        await shop.Do(new TransferVoucher.Input(given, c.MemberNo));
        (await shop.RefusalOf(Issue(definition, c))).ShouldBe(VoucherRefusals.MemberHasMost);
        (await shop.RefusalOf(Issue(definition, a))).ShouldBe(VoucherRefusals.MemberHasMost);
        await shop.Do(new RevokeVoucher.Input(given, "by mistake"));

        await shop.Do(Issue(definition, c));
        (await shop.RefusalOf(Issue(definition, b))).ShouldBe(VoucherRefusals.MemberHasMost);
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task What_was_used_in_part_stays_with_whoever_used_it()
    {
        var (id, code, _) = await shop.VoucherAsync(Worth(50m) with { Transferable = true, PartialUse = true });
        await shop.Do(Use(code, 20m));

        (await shop.RefusalOf(new TransferVoucher.Input(id, shop.Members.Add().MemberNo))).ShouldBe("redemption.voucher-partly-used");
    }

    [Fact, Trait("Req", "CORE-35")]
    public async Task Whoever_gave_a_voucher_away_cannot_spend_it_any_more()
    {
        var (id, code, _) = await shop.VoucherAsync(Worth(50m) with { Transferable = true });
        await shop.Do(new TransferVoucher.Input(id, shop.Members.Add().MemberNo));

        (await shop.RefusalOf(Use(code, 20m))).ShouldBe(VoucherRefusals.NotUsable);
        var fresh = (await shop.Do(new RevealVoucher.Input(id))).Code;
        fresh.ShouldNotBe(code);
        (await shop.Do(Use(fresh, 20m))).ToPay.ShouldBe(Yuan(0m));
    }

    [Fact, Trait("Req", "CORE-35")]
    public async Task The_voucher_of_one_who_has_left_opens_nothing()
    {
        var (_, code, member) = await shop.VoucherAsync(Worth(50m));
        shop.Members.Close(member);

        (await shop.RefusalOf(Use(code, 20m))).ShouldBe(VoucherRefusals.NotUsable);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task The_key_of_a_voucher_that_was_passed_on_still_answers_with_it()
    {
        var definition = await shop.DefinitionAsync(Worth(30m) with { Transferable = true });
        var (member, friend) = (shop.Members.Add(), shop.Members.Add());
        var occasion = new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, Day, "test");
        var issue = new VoucherIssue("k" + Key(), definition, member.Id, "test", occasion);
        var first = await IssueAsync(issue);
        await shop.Do(new TransferVoucher.Input(first.Voucher!.Id, friend.MemberNo));

        var again = await IssueAsync(issue);

        (again.Replayed, again.Voucher?.Id, again.Refusal).ShouldBe((true, first.Voucher.Id, null));
        (await IssueAsync(issue with { Member = friend.Id })).Refusal.ShouldBe(VoucherRefusals.IssueKeyReused);
    }

    private static DateOnly Day => new(2026, 3, 2);

    private Task<VoucherIssueOutcome> IssueAsync(VoucherIssue issue) => shop.InTables(async tables =>
        (await ((IVouchers)tables.GetService(typeof(IVouchers))!).IssueAsync([issue], default))[0]);
}
