using FsCheck;
using FsCheck.Fluent;
using RetailMember.StoredValue.Types.Rules;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Types;

public sealed class PocketsTests
{
    [Theory, Trait("Req", "SV-14")]
    [InlineData(880_00, 800_00, 80_00)]
    [InlineData(100_00, 90_91, 9_09)]
    [InlineData(5_500_00, 5_000_00, 500_00)]
    [InlineData(1, 1, 0)]
    public void A_spend_is_divided_as_the_load_is(long fen, long principalFen, long bonusFen) =>
        Pockets(5_000m, 500m).Split(fen, SpendRule.ProRata).ShouldBe(new Pockets(principalFen, bonusFen));

    [Fact, Trait("Req", "SV-14")]
    public void One_pocket_may_go_first()
    {
        Pockets(100m, 50m).Split(120_00, SpendRule.PrincipalFirst).ShouldBe(Pockets(100m, 20m));
        Pockets(100m, 50m).Split(120_00, SpendRule.BonusFirst).ShouldBe(Pockets(70m, 50m));
    }

    [Fact, Trait("Req", "SV-15")]
    public void A_refund_goes_back_in_the_proportion_of_the_spend()
    {
        var spent = Pockets(5_000m, 500m).Split(880_00, SpendRule.ProRata);

        spent.ShareOfRefund(0, 220_00).ShouldBe(Pockets(200m, 20m));
        Should.Throw<ArgumentOutOfRangeException>(() => spent.ShareOfRefund(220_00, 700_00));
    }

    [Fact, Trait("Req", "SV-16")]
    public void What_was_consumed_counts_at_the_share_that_was_paid()
    {
        var loaded = Pockets(3_000m, 1_000m);

        var left = loaded - loaded.Split(3_594_00, SpendRule.ProRata);

        left.PrincipalFen.ShouldBe(304_50);
    }

    [Fact, Trait("Req", "SV-14")]
    public void However_it_is_spent_the_pockets_add_up_and_are_never_overdrawn() => Prop.ForAll(
        Spends().ToArbitrary(),
        given =>
        {
            var left = given.Loaded;
            foreach (var share in given.Shares)
            {
                var fen = left.TotalFen * share / 100;
                var spent = left.Split(fen, given.Rule);
                left -= spent;
                if (spent.TotalFen != fen || left.PrincipalFen < 0 || left.BonusFen < 0) return false;
            }

            return (left - left.Split(left.TotalFen, given.Rule)).Equals(RetailMember.StoredValue.Types.Rules.Pockets.None);
        }).QuickCheckThrowOnFailure();

    [Fact, Trait("Req", "SV-15")]
    public void However_it_is_refunded_the_last_refund_restores_what_was_taken() => Prop.ForAll(
        Spends().ToArbitrary(),
        given =>
        {
            var (back, sum) = (0L, RetailMember.StoredValue.Types.Rules.Pockets.None);
            foreach (var share in given.Shares.Append(100))
            {
                var fen = (given.Loaded.TotalFen - back) * share / 100;
                var part = given.Loaded.ShareOfRefund(back, fen);
                if (part.PrincipalFen < 0 || part.BonusFen < 0 || part.TotalFen != fen) return false;
                (back, sum) = (back + fen, sum + part);
            }

            return sum == given.Loaded;
        }).QuickCheckThrowOnFailure();

    private static Gen<(Pockets Loaded, SpendRule Rule, int[] Shares)> Spends() =>
        from principal in Gen.Choose(0, 1_000_000)
        from bonus in Gen.Choose(0, 1_000_000)
        from rule in Gen.Elements(Enum.GetValues<SpendRule>())
        from shares in Gen.Choose(0, 100).ArrayOf()
        select (new Pockets(principal, bonus), rule, shares);
}
