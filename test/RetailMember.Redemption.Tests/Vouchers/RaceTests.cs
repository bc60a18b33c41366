using RetailMember.Redemption.Data;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class RaceTestsOnSqlite(SqliteShop shop) : RaceTests(shop), IClassFixture<SqliteShop>;

public sealed class RaceTestsOnPostgres(PostgresShop shop) : RaceTests(shop), IClassFixture<PostgresShop>;

public abstract class RaceTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-35")]
    public async Task One_code_at_twenty_tills_is_used_once()
    {
        var voucher = await shop.VoucherAsync(Worth(30m));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TryDo(
            Use(voucher.Code, 100m, i % 2 == 0 ? "s1" : "s2"), caller: Shop.Shop.Person($"till {i}", RedemptionPermissions.UseVouchers))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.voucher-not-usable");
        (await shop.Do(new ReadVoucher.Input(voucher.Id))).History.Count(h => h.Kind == VoucherMoveKind.Used).ShouldBe(1);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_receipt_sent_twenty_times_uses_once_and_gets_one_answer()
    {
        var voucher = await shop.VoucherAsync(Worth(30m));
        var use = Use(voucher.Code, 100m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(use)));

        outcomes.ShouldAllBe(o => o.Accepted && o.Value.ToPay == Yuan(70m));
        outcomes.Count(o => !o.Replayed).ShouldBe(1);
    }

    [Fact]
    public async Task A_voucher_in_parts_is_never_overspent()
    {
        var voucher = await shop.VoucherAsync(Worth(100m) with { PartialUse = true });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TryDo(
            Use(voucher.Code, 30m), caller: Shop.Shop.Person($"part {i}", RedemptionPermissions.UseVouchers))));

        outcomes.Where(o => o.Accepted).Sum(o => o.Value.Discount.Fen).ShouldBe(100_00);
        outcomes.Count(o => o.Accepted).ShouldBe(4);
    }

    [Fact]
    public async Task Twenty_issues_at_once_stay_within_a_members_limit()
    {
        var definition = await shop.DefinitionAsync(Worth(10m) with { MostPerMember = 3 });
        var member = shop.Members.Add();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Issue(definition, member))));

        outcomes.Count(o => o.Accepted).ShouldBe(3);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.member-has-most-vouchers");
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_key_at_twenty_counters_issues_one_voucher_also_where_one_is_the_most()
    {
        var definition = await shop.DefinitionAsync(Worth(10m) with { MostPerMember = 1 });
        var issue = Issue(definition, shop.Members.Add());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(issue)));

        outcomes.Where(o => o.Accepted).Select(o => o.Value.Voucher).Distinct().Count().ShouldBe(1);
        outcomes.ShouldAllBe(o => o.Accepted);
    }

    [Fact]
    public async Task A_return_and_a_revocation_at_once_leave_sound_books()
    {
        var voucher = await shop.VoucherAsync(Worth(100m) with { PartialUse = true });
        var receipt = Key();
        await shop.Do(Use(voucher.Code, 60m, receiptNo: receipt));

        await Task.WhenAll(
            shop.TryDo(Return(voucher.Id, receipt, 60m)),
            shop.TryDo(new RevokeVoucher.Input(voucher.Id, "refund")),
            shop.TryDo(Use(voucher.Code, 10m)));

        var read = await shop.Do(new ReadVoucher.Input(voucher.Id));
        read.Voucher.State.ShouldBe(VoucherState.Revoked);
        (100_00 + read.History.Sum(h => h.Value.Fen)).ShouldBe(0);
    }
}
