using RetailMember.Membership.Programmes;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

internal sealed class ExampleList() : ListPart<WorkedExample, ExampleForm>("examples", "$.examples")
{
    public static WorkedExample ExampleOf(ExampleForm form) => new()
    {
        Name = form.Name ?? "",
        Given = new ExampleGiven
        {
            Member = new ExampleMember
            {
                Tier = form.Tier,
                PointsBalance = form.PointsBalance ?? 0,
                Birthday = form.Birthday,
                JoinedOn = form.JoinedOn,
                Metrics = new TierMetrics
                {
                    SpendFen = form.Spend?.Fen ?? 0,
                    Purchases = form.Purchases ?? 0,
                    Growth = form.Growth ?? 0,
                    PointsEarned = form.PointsEarned ?? 0,
                    Participation = form.Participation ?? 0,
                },
            },
            Basket = [.. form.Basket.Select(LineOf)],
            At = form.At ?? throw Refusal.Invalid("part.at", "field.not-empty"),
            Store = form.Store ?? "",
            VoucherFen = form.Voucher?.Fen ?? 0,
        },
        Expect = new ExampleExpectation
        {
            PayFen = form.Expect.Pay?.Fen,
            Points = form.Expect.Points,
            Growth = form.Expect.Growth,
            TierAfter = form.Expect.TierAfter,
            UsableFrom = form.Expect.UsableFrom,
            ExpiresOn = form.Expect.ExpiresOn,
        },
    };

    protected override IReadOnlyList<WorkedExample> Items(ProgrammeDocument document) => document.Examples;

    protected override ProgrammeDocument With(ProgrammeDocument document, IReadOnlyList<WorkedExample> items) =>
        document with { Examples = items };

    protected override ExampleForm Blank(ProgrammeDocument document) => new();

    protected override WorkedExample ItemOf(ExampleForm form) => ExampleOf(form);

    protected override ExampleForm FormOf(WorkedExample item)
    {
        var (given, member, expect) = (item.Given, item.Given.Member, item.Expect);
        return new()
        {
            Name = item.Name,
            At = given.At,
            Store = given.Store,
            Tier = member.Tier,
            Birthday = member.Birthday,
            JoinedOn = member.JoinedOn,
            PointsBalance = Unless0(member.PointsBalance),
            Spend = MoneyUnless0(member.Metrics.SpendFen),
            Purchases = Unless0(member.Metrics.Purchases),
            Growth = Unless0(member.Metrics.Growth),
            PointsEarned = Unless0(member.Metrics.PointsEarned),
            Participation = Unless0(member.Metrics.Participation),
            Basket = [.. given.Basket.Select(l => new BasketForm(new Money(l.ListFen), MoneyOf(l.PaidFen), l.Quantity, l.Category))],
            Voucher = MoneyUnless0(given.VoucherFen),
            Expect = new ExpectForm
            {
                Pay = MoneyOf(expect.PayFen),
                Points = expect.Points,
                Growth = expect.Growth,
                TierAfter = expect.TierAfter,
                UsableFrom = expect.UsableFrom,
                ExpiresOn = expect.ExpiresOn,
            },
        };
    }

    protected override string FieldWithin(string path, WorkedExample item) => path switch
    {
        "given.at" => "at",
        "given.basket" => "basket[0].list",
        "given.member.tier" => "tier",
        "given.member.pointsBalance" => "pointsBalance",
        "given.member.metrics" => "spend",
        "expect.tierAfter" => "expect.tierAfter",
        "expect" => "expect.points",
        _ => path,
    };

    private static BasketLine LineOf(BasketForm line) =>
        new((line.List ?? line.Paid ?? Money.Zero).Fen, line.Paid?.Fen, line.Quantity ?? 1, line.Category);

    private static long? Unless0(long number) => number == 0 ? null : number;

    private static Money? MoneyUnless0(long fen) => fen == 0 ? null : new Money(fen);

    private static Money? MoneyOf(long? fen) => fen is { } known ? new Money(known) : null;
}
