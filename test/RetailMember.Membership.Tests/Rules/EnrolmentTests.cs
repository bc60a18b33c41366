using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Rules;

public class EnrolmentTests
{
    private static Admission Judge(EnrolmentKind kind, Application application, bool review = false) =>
        new EnrolmentPolicy { Kind = kind, AmountFen = 128_00, Review = review }.Judge(application);

    [Theory]
    [InlineData(127_99, true, nameof(Admission.NotReached))]
    [InlineData(128_00, true, nameof(Admission.Admitted))]
    [InlineData(128_00, false, nameof(Admission.NotReached))]
    [Trait("Req", "CORE-03")]
    public void The_first_purchase_decides_when_the_brand_asks_for_it(long paid, bool first, string expected) =>
        Judge(EnrolmentKind.FirstPurchaseAtLeast, new(paid, first)).ToString().ShouldBe(expected);

    [Fact]
    [Trait("Req", "CORE-03")]
    public void Any_single_purchase_may_be_enough() =>
        Judge(EnrolmentKind.SinglePurchaseAtLeast, new(128_00)).ShouldBe(Admission.Admitted);

    [Fact]
    [Trait("Req", "CORE-03")]
    public void A_fee_must_be_paid_in_full()
    {
        Judge(EnrolmentKind.Fee, new(FeePaidFen: 127_99)).ShouldBe(Admission.NotReached);
        Judge(EnrolmentKind.Fee, new(FeePaidFen: 128_00)).ShouldBe(Admission.Admitted);
    }

    [Fact]
    [Trait("Req", "CORE-03")]
    public void An_application_may_await_a_decision_of_staff() =>
        Judge(EnrolmentKind.None, default, review: true).ShouldBe(Admission.AwaitsReview);

    [Fact]
    [Trait("Req", "CORE-01")]
    public void A_field_that_the_brand_did_not_declare_is_named()
    {
        MemberFile.Undeclared(ProgrammeTemplates.FourTiers, ["name", "mobile", "salary"]).ShouldBe(["salary"]);
        MemberFile.Missing(ProgrammeTemplates.FourTiers, ["name", "mobile"]).ShouldBeEmpty();
        MemberFile.Missing(ProgrammeTemplates.FourTiers, ["name"]).ShouldBe(["mobile"]);
    }
}
