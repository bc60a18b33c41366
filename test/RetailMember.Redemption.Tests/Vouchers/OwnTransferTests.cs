using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Own;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Rules;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Shop;

namespace RetailMember.Redemption.Tests.Vouchers;

public sealed class OwnTransferTestsOnSqlite(SqliteShop shop) : OwnTransferTests(shop), IClassFixture<SqliteShop>;

public sealed class OwnTransferTestsOnPostgres(PostgresShop shop) : OwnTransferTests(shop), IClassFixture<PostgresShop>;

/// <summary>Vouchers that members pass on themselves, from their phones.</summary>
[Trait("Req", "RD-12")]
public abstract class OwnTransferTests(Shop.Shop shop)
{
    private const string NotReached = "redemption.voucher-receiver";

    [Fact, Trait("Req", "CORE-35")]
    public async Task A_friend_receives_it_under_a_new_code_and_its_history_says_who_gave_it()
    {
        var (id, code, giver) = await shop.VoucherAsync(Transferable);
        var friend = shop.Members.Add();

        (await shop.TryDo(Pass(id, friend), caller: Phone(giver))).Accepted.ShouldBeTrue();

        (await shop.Do(new FindVouchers.Input { Member = giver.MemberNo })).Items.ShouldBeEmpty();
        (await shop.Do(new FindVouchers.Input { Member = friend.MemberNo })).Items.Single().Voucher.ShouldBe(id);
        (await shop.RefusalOf(new ShowOwnVoucher.Input(id), caller: Phone(giver))).ShouldBe("redemption.voucher-not-found");
        (await shop.TryDo(new ShowOwnVoucher.Input(id), caller: Phone(friend))).Value.Code.ShouldNotBe(code);
        var last = (await shop.Do(new ReadVoucher.Input(id))).History[^1];
        (last.Kind, last.MemberNo, last.Operator).ShouldBe((VoucherMoveKind.Transferred, friend.MemberNo, giver.MemberNo));
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task Twenty_friends_at_once_leave_it_with_one()
    {
        var (id, _, giver) = await shop.VoucherAsync(Transferable);
        var friends = Enumerable.Range(0, 20).Select(_ => shop.Members.Add()).ToArray();

        var outcomes = await Task.WhenAll(friends.Select(f => shop.TryDo(Pass(id, f), caller: Phone(giver))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.voucher-not-found");
        (await shop.Do(new ReadVoucher.Input(id))).History.Count(h => h.Kind == VoucherMoveKind.Transferred).ShouldBe(1);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_key_sent_twenty_times_passes_it_on_once()
    {
        var (id, _, giver) = await shop.VoucherAsync(Transferable);
        var pass = Pass(id, shop.Members.Add());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(pass, caller: Phone(giver))));

        outcomes.ShouldAllBe(o => o.Accepted);
        outcomes.Count(o => !o.Replayed).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_cannot_receive_it_gets_one_answer_whatever_the_reason()
    {
        var definition = await shop.DefinitionAsync(Transferable with { MostPerMember = 1 });
        var (giver, has, left) = (shop.Members.Add(), shop.Members.Add(), shop.Members.Add());
        var id = (await shop.Do(Issue(definition, giver))).Voucher;
        await shop.Do(Issue(definition, has));
        shop.Members.Close(left);

        foreach (var receiver in (string[])[has.MemberNo, left.MemberNo, "13900000000"])
            (await shop.RefusalOf(Pass(id, receiver), caller: Phone(giver))).ShouldBe(NotReached);
        (await shop.RefusalOf(Pass(id, giver), caller: Phone(giver))).ShouldBe("redemption.voucher-to-oneself");
    }

    [Fact]
    public async Task Numbers_cannot_be_tried_without_end()
    {
        var (id, _, giver) = await shop.VoucherAsync(Transferable);
        for (var i = 0; i < 20; i++) (await shop.RefusalOf(Pass(id, $"139{i:00000000}"), caller: Phone(giver))).ShouldBe(NotReached);

        (await shop.RefusalOf(Pass(id, shop.Members.Add()), caller: Phone(giver))).ShouldBe("membership.too-many-look-ups");
    }

    [Fact]
    public async Task What_is_not_to_be_passed_on_says_so_whoever_would_get_it()
    {
        var friend = shop.Members.Add();
        var (kept, _, giver) = await shop.VoucherAsync(Worth(10m));
        var (begun, code, _) = await shop.VoucherAsync(Transferable with { PartialUse = true }, giver);
        await shop.Do(Use(code, 5m));

        (await shop.RefusalOf(Pass(kept, "nobody"), caller: Phone(giver))).ShouldBe("redemption.voucher-not-transferable");
        (await shop.RefusalOf(Pass(begun, friend), caller: Phone(giver))).ShouldBe("redemption.voucher-partly-used");
        (await shop.RefusalOf(Pass(kept, friend), caller: Phone(friend))).ShouldBe("redemption.voucher-not-found");
        (await shop.TryDo(new ReadOwnVoucher.Input(kept), caller: Phone(giver))).Value.Transferable.ShouldBeFalse();
        (await shop.RefusalOf(new ReadOwnVoucher.Input(kept), caller: Phone(friend))).ShouldBe("redemption.voucher-not-found");
    }

    private static VoucherTerms Transferable => Worth(30m) with { Transferable = true };

    private static PassOwnVoucher.Input Pass(Guid voucher, MemberSummary friend) => Pass(voucher, friend.MemberNo);

    private static PassOwnVoucher.Input Pass(Guid voucher, string receiver) =>
        new() { Key = Key(), Voucher = voucher, Receiver = receiver };
}
