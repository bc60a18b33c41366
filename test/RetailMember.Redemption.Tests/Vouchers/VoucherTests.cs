using RetailMember.Redemption.Data;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.UseCases;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class VoucherTestsOnSqlite(SqliteShop shop) : VoucherTests(shop), IClassFixture<SqliteShop>;

public sealed class VoucherTestsOnPostgres(PostgresShop shop) : VoucherTests(shop), IClassFixture<PostgresShop>;

public abstract class VoucherTests(Shop.Shop shop)
{
    private static readonly BasketFormLine Shirt = new(Yuan(120m), "clothes");
    private static readonly BasketFormLine Umbrella = new(Yuan(30m), "umbrellas");

    [Fact, Trait("Req", "RD-12"), Trait("Req", "AP-03")]
    public async Task A_clothes_voucher_pays_for_the_shirt_alone()
    {
        var voucher = await shop.VoucherAsync(Worth(50m) with { Categories = ["clothes"] });

        var used = await shop.Do(UseAll([voucher.Code], [Shirt, Umbrella]));

        (used.Discount, used.ToPay).ShouldBe((Yuan(50m), Yuan(100m)));
        used.LineDiscounts.ShouldBe([Yuan(50m), Yuan(0m)]);
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task A_clothes_voucher_does_not_count_for_an_umbrella()
    {
        var voucher = await shop.VoucherAsync(Worth(50m) with { Categories = ["clothes"] });
        var umbrella = new BasketFormLine(Yuan(60m), "umbrellas");

        var asked = await shop.Do(new VerifyVoucher.Input { StoreCode = "s1", Codes = [voucher.Code], Lines = [umbrella] });

        (asked.Applies, asked.Reason).ShouldBe((false, "redemption.voucher-not-applicable"));
        asked.ReasonText.ShouldBe("购物篮中没有该券可抵扣的商品。");
        (await shop.RefusalOf(UseAll([voucher.Code], [umbrella]))).ShouldBe("redemption.voucher-not-applicable");
        (await shop.ViewAsync(voucher.Id)).State.ShouldBe(VoucherState.Issued);
    }

    [Theory]
    [InlineData(199.99, "redemption.voucher-below-minimum")]
    [InlineData(200.00, null)]
    [Trait("Req", "RD-12")]
    public async Task A_minimum_spend_is_inclusive(double yuan, string? reason)
    {
        var voucher = await shop.VoucherAsync(Worth(30m) with { MinimumSpend = Yuan(200m) });

        var asked = await shop.Do(new VerifyVoucher.Input
        {
            StoreCode = "s1", Codes = [voucher.Code], Lines = [new(Yuan((decimal)yuan))],
        });

        asked.Reason.ShouldBe(reason);
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task It_counts_only_at_its_stores()
    {
        var voucher = await shop.VoucherAsync(Worth(30m) with { Stores = ["s2"] });

        (await shop.RefusalOf(Use(voucher.Code, 100m))).ShouldBe("redemption.voucher-not-here");
        (await shop.Do(Use(voucher.Code, 100m, store: "s2"))).ToPay.ShouldBe(Yuan(70m));
    }

    [Fact, Trait("Req", "CORE-35")]
    public async Task Used_unknown_foreign_and_expired_codes_get_one_neutral_answer()
    {
        var used = await shop.VoucherAsync(Worth(30m));
        await shop.Do(Use(used.Code, 100m));
        var own = await shop.VoucherAsync(Worth(30m));
        var other = shop.Members.Add();

        (await shop.RefusalOf(Use(used.Code, 100m))).ShouldBe("redemption.voucher-not-usable");
        (await shop.RefusalOf(Use("0000-0000-0000-0000", 100m))).ShouldBe("redemption.voucher-not-usable");
        (await shop.RefusalOf(Use("hello", 100m))).ShouldBe("redemption.voucher-not-usable");
        (await shop.RefusalOf(Use(own.Code, 100m) with { Member = other.MemberNo })).ShouldBe("redemption.voucher-not-usable");
        (await shop.RefusalOf(Use(own.Code, 100m) with { Member = "nobody" })).ShouldBe("redemption.voucher-not-usable");
        (await shop.RefusalOf(Use(own.Code, 100m), Shop.Shop.Pharmacy)).ShouldBe("redemption.voucher-not-usable");
        (await shop.Do(Use(own.Code, 100m) with { Member = own.Member.MemberNo })).ToPay.ShouldBe(Yuan(70m));
    }

    [Fact]
    public async Task A_code_is_read_as_people_type_it()
    {
        var voucher = await shop.VoucherAsync(Worth(30m));
        var typed = voucher.Code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()
            .Replace('0', 'o').Replace('1', 'l');

        (await shop.Do(Use(typed, 100m))).ToPay.ShouldBe(Yuan(70m));
    }

    [Fact]
    public async Task A_voucher_in_parts_keeps_what_a_receipt_does_not_need()
    {
        var voucher = await shop.VoucherAsync(Worth(100m) with { PartialUse = true });

        await shop.Do(Use(voucher.Code, 60m));
        var view = await shop.ViewAsync(voucher.Id);
        (view.State, view.RemainingValue).ShouldBe((VoucherState.PartlyUsed, Yuan(40m)));
        (await shop.Do(Use(voucher.Code, 60m))).ToPay.ShouldBe(Yuan(20m));

        view = await shop.ViewAsync(voucher.Id);
        (view.State, view.RemainingValue).ShouldBe((VoucherState.Used, Yuan(0m)));
    }

    [Fact]
    public async Task Vouchers_that_stack_are_laid_on_together_and_others_are_not()
    {
        var rate = await shop.VoucherAsync(Rate(0.9m) with { Stackable = true });
        var clothes = await shop.VoucherAsync(Worth(50m) with { Stackable = true, Categories = ["clothes"] });
        var alone = await shop.VoucherAsync(Worth(10m));

        (await shop.RefusalOf(UseAll([clothes.Code, alone.Code], [Shirt]))).ShouldBe("redemption.vouchers-do-not-stack");
        (await shop.RefusalOf(UseAll([clothes.Code, clothes.Code], [Shirt]))).ShouldBe("redemption.voucher-twice");
        var used = await shop.Do(UseAll([clothes.Code, rate.Code], [Shirt, Umbrella]));

        // 150 at 90 % is 135; then 50 off the shirt.
        used.ToPay.ShouldBe(Yuan(85m));
        used.LineDiscounts.ShouldBe([Yuan(62m), Yuan(3m)]);
        used.Vouchers.Select(v => v.Discount).ShouldBe([Yuan(50m), Yuan(15m)]);
    }

    [Fact]
    public async Task The_same_key_issues_once_and_a_limit_holds()
    {
        var definition = await shop.DefinitionAsync(Worth(10m) with { MostPerMember = 1 });
        var member = shop.Members.Add();
        var key = Key();

        var first = await shop.Do(Issue(definition, member, key));
        (await shop.Do(Issue(definition, member, key))).Voucher.ShouldBe(first.Voucher);
        (await shop.RefusalOf(Issue(definition, member))).ShouldBe("redemption.member-has-most-vouchers");

        await shop.Do(new RevokeVoucher.Input(first.Voucher, "refund"));
        (await shop.Do(Issue(definition, member))).Voucher.ShouldNotBe(first.Voucher);
    }

    [Fact]
    public async Task A_revoked_voucher_pays_nothing_and_a_used_one_cannot_be_revoked()
    {
        var revoked = await shop.VoucherAsync(Worth(30m));
        var used = await shop.VoucherAsync(Worth(30m));
        await shop.Do(Use(used.Code, 100m));

        (await shop.Do(new RevokeVoucher.Input(revoked.Id, "refund"))).Taken.ShouldBe(Yuan(30m));

        (await shop.RefusalOf(Use(revoked.Code, 100m))).ShouldBe("redemption.voucher-not-usable");
        (await shop.RefusalOf(new RevokeVoucher.Input(used.Id, "refund"))).ShouldBe("redemption.voucher-not-usable");
    }

    [Fact]
    public async Task Only_what_may_be_passed_on_is_passed_on()
    {
        var kept = await shop.VoucherAsync(Worth(30m));
        var given = await shop.VoucherAsync(Worth(30m) with { Transferable = true });
        var friend = shop.Members.Add();

        (await shop.RefusalOf(new TransferVoucher.Input(kept.Id, friend.MemberNo))).ShouldBe("redemption.voucher-not-transferable");
        await shop.Do(new TransferVoucher.Input(given.Id, friend.MemberNo));

        (await shop.RefusalOf(Use(given.Code, 100m) with { Member = given.Member.MemberNo })).ShouldBe("redemption.voucher-not-usable");
        var fresh = (await shop.Do(new RevealVoucher.Input(given.Id))).Code;
        (await shop.Do(Use(fresh, 100m) with { Member = friend.MemberNo })).ToPay.ShouldBe(Yuan(70m));
    }

    [Fact]
    public async Task What_is_active_changes_no_more()
    {
        var definition = await shop.DefinitionAsync(Worth(10m));

        (await shop.RefusalOf(new EditVoucherDefinition.Input(definition, Worth(20m)))).ShouldBe("redemption.voucher-definition-not-draft");
        await shop.Do(new EndVoucherDefinition.Input(definition));
        (await shop.RefusalOf(Issue(definition, shop.Members.Add()))).ShouldBe("redemption.voucher-definition-not-active");
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task What_is_over_is_neither_drafted_nor_shown()
    {
        var over = Worth(10m) with { Validity = new Validity { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 3, 1) } };
        var endless = over with { Validity = over.Validity with { To = DateOnly.MaxValue } };
        var voucher = await shop.VoucherAsync(Worth(30m));
        await shop.Do(new RevokeVoucher.Input(voucher.Id, "by mistake"));

        (await shop.RefusalOf(new EditVoucherDefinition.Input("d" + Key(), over))).ShouldBe("redemption.validity-is-over");
        (await shop.RefusalOf(new EditVoucherDefinition.Input("d" + Key(), endless))).ShouldBe("redemption.date-out-of-range");
        (await shop.RefusalOf(new RevealVoucher.Input(voucher.Id))).ShouldBe(VoucherRefusals.NotUsable);
    }

    [Fact, Trait("Req", "CORE-35")]
    public async Task Its_history_says_who_where_when_and_on_which_receipt()
    {
        var voucher = await shop.VoucherAsync(Worth(30m));
        await shop.Do(Use(voucher.Code, 100m, receiptNo: "R-1" + voucher.Id));

        var read = await shop.Do(new ReadVoucher.Input(voucher.Id));

        read.MemberNo.ShouldBe(voucher.Member.MemberNo);
        read.Voucher.MaskedCode.ShouldBe("****-" + voucher.Code[^4..]);
        read.History.Select(h => h.Kind).ShouldBe([VoucherMoveKind.Issued, VoucherMoveKind.Used]);
        read.History[1].ShouldSatisfyAllConditions(
            h => h.StoreCode.ShouldBe("s1"),
            h => h.Operator.ShouldBe("house"),
            h => h.Reference.ShouldBe("11/R-1" + voucher.Id),
            h => h.Discount.ShouldBe(Yuan(30m)));
        shop.Outbox.Told.OfType<VoucherUsed>().ShouldContain(e => e.VoucherId == voucher.Id && e.DiscountFen == 30_00);
    }

    [Fact]
    public async Task No_code_stands_in_the_audit_trail()
    {
        var voucher = await shop.VoucherAsync(Worth(30m));
        await shop.TryDo(Use(voucher.Code, 100m), caller: Shop.Shop.Person("anna", RedemptionPermissions.UseVouchers));

        shop.Commands.ShouldAllBe(c => !(c.Answer ?? "").Contains(voucher.Code) && !(c.Input ?? "").Contains(voucher.Code));
    }

    [Fact]
    public async Task Terms_that_make_no_sense_are_refused()
    {
        await Refused(Worth(10m) with { PayRate = 0.5m }, "redemption.amount-or-rate");
        await Refused(Worth(10m) with { Amount = null }, "redemption.amount-or-rate");
        await Refused(Worth(10m) with { Amount = Yuan(-1m) }, "redemption.amount-out-of-range");
        await Refused(Rate(1.2m), "redemption.rate-out-of-range");
        await Refused(Worth(10m) with { Cap = Yuan(5m) }, "redemption.cap-without-rate");
        await Refused(Rate(0.8m) with { PartialUse = true }, "redemption.partial-needs-amount");
        await Refused(Worth(10m) with { Validity = new Validity() }, "redemption.days-or-dates");
        await Refused(
            Worth(10m) with { Validity = new Validity { From = new DateOnly(2026, 5, 1), To = new DateOnly(2026, 4, 1) } },
            "redemption.dates-in-wrong-order");
        await Refused(Worth(10m) with { Stores = ["nowhere"] }, "store.not-found");

        async Task Refused(VoucherTerms terms, string code) =>
            (await shop.RefusalOf(new EditVoucherDefinition.Input("d" + Key(), terms))).ShouldBe(code);
    }

    [Fact]
    public async Task Whoever_may_not_is_denied()
    {
        var voucher = await shop.VoucherAsync(Worth(30m));
        var clerk = Shop.Shop.Person("clerk", RedemptionPermissions.ViewVouchers);

        (await shop.RefusalOf(Use(voucher.Code, 100m), caller: clerk)).ShouldBe("permission.denied");
        (await shop.RefusalOf(new RevealVoucher.Input(voucher.Id), caller: clerk)).ShouldBe("permission.denied");
    }
}
