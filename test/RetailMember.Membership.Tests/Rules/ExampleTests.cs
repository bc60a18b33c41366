using RetailMember.Membership.Programmes;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

public class ExampleTests
{
    private static ProgrammeDocument With(ExampleExpectation expect, Func<ExampleGiven, ExampleGiven>? change = null)
    {
        var given = new ExampleGiven { Basket = [List(200_00)], At = Morning };
        var example = new WorkedExample { Name = "example", Given = change?.Invoke(given) ?? given, Expect = expect };
        return ProgrammeTemplates.FourTiers with { Examples = [example] };
    }

    private static ExampleResult Run(ExampleExpectation expect) =>
        ExampleRunner.Run(Programme.From(With(expect))).ShouldHaveSingleItem();

    [Fact]
    [Trait("Req", "CORE-48")]
    public void An_example_that_comes_out_as_expected_passes() =>
        Run(new() { PayFen = 190_00, Points = 190, Growth = 190, TierAfter = "ordinary" }).Passed.ShouldBeTrue();

    [Fact]
    [Trait("Req", "CORE-48")]
    public void An_example_that_comes_out_otherwise_says_what_differs()
    {
        var expect = new ExampleExpectation
        {
            PayFen = 180_00,
            Points = 190,
            TierAfter = "silver",
            UsableFrom = new(2026, 3, 3),
            ExpiresOn = new(2027, 3, 2),
        };

        Run(expect).Differences.ShouldBe(
        [
            new("payFen", "18000", "19000"),
            new("usableFrom", "2026-03-03", "2026-03-02"),
            new("expiresOn", "2027-03-02", "2027-03-01"),
            new("tierAfter", "silver", "ordinary"),
        ]);
    }

    [Fact]
    public void What_an_example_leaves_open_is_not_looked_at() =>
        Run(new() { Points = 190 }).Passed.ShouldBeTrue();

    [Fact]
    public void An_example_that_cannot_be_run_is_a_fault_of_the_document()
    {
        var points = new ExampleExpectation { Points = 1 };

        Faulty(With(new()), "expects-nothing");
        Faulty(With(new() { TierAfter = "emerald" }), "unknown-tier");
        Faulty(With(points, given => given with { Basket = [List(-1)] }), "out-of-range");
        Faulty(With(points, given => given with { At = DateTime.UnixEpoch }), "local-time");

        static void Faulty(ProgrammeDocument document, string code) =>
            ProgrammeCheck.Faults(document).ShouldHaveSingleItem().Code.ShouldBe(ProgrammeFault.Prefix + code);
    }
}
