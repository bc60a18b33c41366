using Microsoft.Extensions.DependencyInjection;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class ContractTestsOnSqlite(SqliteShop shop) : ContractTests(shop), IClassFixture<SqliteShop>;

public sealed class ContractTestsOnPostgres(PostgresShop shop) : ContractTests(shop), IClassFixture<PostgresShop>;

/// <summary>What other modules do with vouchers in transactions of their own.</summary>
public abstract class ContractTests(Shop.Shop shop)
{
    private static readonly VoucherOccasion Now =
        new(new DateTime(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 2), "plug-in", 11);

    [Fact, Trait("Req", "CORE-13")]
    public async Task A_coupon_whose_reason_fell_away_is_revoked_and_may_be_earned_anew()
    {
        var definition = await shop.DefinitionAsync(Worth(30m) with { MostPerMember = 1 });
        var member = shop.Members.Add();
        var (march, again) = (Key(), Key());

        (await IssueAsync(new VoucherIssue(march, definition, member.Id, "month-500", Now))).Single().Voucher.ShouldNotBeNull();
        var revoked = await shop.InTables(t =>
            Vouchers(t).RevokeAsync([new(march, "refund", Now), new("unknown", "refund", Now)], default));

        revoked.ShouldBe([new VoucherRevoked(30_00, null), new VoucherRevoked(0, VoucherRefusals.NotUsable)]);
        (await IssueAsync(new VoucherIssue(again, definition, member.Id, "month-500", Now))).Single().Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Each_of_a_batch_has_its_own_outcome()
    {
        var definition = await shop.DefinitionAsync(Worth(30m) with { MostPerMember = 1 });
        var (anna, bert) = (shop.Members.Add().Id, shop.Members.Add().Id);
        var key = Key();

        var outcomes = await IssueAsync(
            new VoucherIssue(key, definition, anna, "gift", Now),
            new VoucherIssue(key, definition, anna, "gift", Now),
            new VoucherIssue(key, definition, bert, "gift", Now),
            new VoucherIssue(Key(), definition, anna, "gift", Now),
            new VoucherIssue(Key(), "no-such", bert, "gift", Now),
            new VoucherIssue(Key(), definition, bert, "gift", Now));

        outcomes.Select(o => o.Refusal).ShouldBe(
            [null, null, VoucherRefusals.IssueKeyReused, VoucherRefusals.MemberHasMost, VoucherRefusals.DefinitionNotActive, null]);
        outcomes[1].ShouldBe(outcomes[0] with { Replayed = true });
    }

    [Fact]
    public async Task Receipts_of_one_batch_see_what_the_ones_before_them_used()
    {
        var voucher = await shop.VoucherAsync(Worth(50m) with { PartialUse = true });

        var settled = await shop.InTables(t => Vouchers(t).SettleAsync(
            [Receipt("r1", voucher.Code, 40_00), Receipt("r2", voucher.Code, 40_00), Receipt("r3", voucher.Code, 40_00)], default));

        settled.Select(s => s.DiscountFen).ShouldBe([40_00, 10_00, 0]);
        settled[2].Refusal.ShouldBe(VoucherRefusals.NotUsable);
    }

    [Fact]
    public async Task What_the_caller_rolls_back_never_happened()
    {
        var voucher = await shop.VoucherAsync(Worth(50m));

        await Should.ThrowAsync<InvalidOperationException>(() => shop.InTables<int>(async t =>
        {
            await Vouchers(t).SettleAsync([Receipt("r1", voucher.Code, 40_00)], default);
            throw new InvalidOperationException("the receipt failed");
        }));

        (await shop.Do(Use(voucher.Code, 60m))).ToPay.ShouldBe(Yuan(10m));
        (await shop.Do(new ReadVoucher.Input(voucher.Id))).History.Count.ShouldBe(2);
    }

    private Task<IReadOnlyList<VoucherIssueOutcome>> IssueAsync(params VoucherIssue[] issues) =>
        shop.InTables(t => Vouchers(t).IssueAsync(issues, default));

    private static IVouchers Vouchers(IServiceProvider tables) => tables.GetRequiredService<IVouchers>();

    private static VoucherReceipt Receipt(string reference, string code, long fen) => new(reference, null, [new(null, fen)], [code], Now);
}
