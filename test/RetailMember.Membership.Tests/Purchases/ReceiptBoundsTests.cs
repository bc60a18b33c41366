using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Values;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class ReceiptBoundsTests
{
    private static readonly long?[] Amounts =
        [null, 0, 1, 99_90, Money.LargestAcceptedFen - 1, Money.LargestAcceptedFen, Receipt.MaxFen, -1];

    private readonly Quote.Rules rules = new();

    [Fact]
    public void Eleven_lines_of_the_largest_amount_are_too_large()
    {
        var line = new ReceiptLine { Amount = new Money(Money.LargestAcceptedFen) };

        Codes(Form([.. Enumerable.Repeat(line, 10)])).ShouldBeEmpty();
        Codes(Form([.. Enumerable.Repeat(line, 11)])).ShouldBe(["purchase.too-large"]);
    }

    [Fact, Trait("Yardstick", "R6")]
    public void Whatever_the_rules_let_pass_the_arithmetic_can_bear()
    {
        var random = new Random(20_261_122);
        var passed = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var form = Form([.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => Line(random))]) with
            {
                Amount = random.Next(3) == 0 ? One(random) : null,
                VoucherAmount = One(random) ?? Money.Zero,
            };
            if (Codes(form).Count > 0) continue;
            passed++;
            ReceiptGuard.IsSound(new Receipt(default, "s1", form.Basket(), form.VoucherAmount.Fen)).ShouldBeTrue(form.ToString());
        }

        passed.ShouldBeGreaterThan(100);
    }

    private static ReceiptLine Line(Random random) => new()
    {
        Amount = One(random),
        ListAmount = One(random),
        Quantity = random.Next(20) == 0 ? ReceiptForm.MostPieces + 1 : random.Next(1, ReceiptForm.MostPieces + 1),
    };

    private static Money? One(Random random) =>
        Amounts[random.Next(random.Next(8) == 0 ? Amounts.Length : Amounts.Length - 1)] is { } fen ? new Money(fen) : null;

    private static Quote.Input Form(ReceiptLine[] lines) => new() { Member = "m", StoreCode = "s1", Lines = lines };

    private List<string> Codes(Quote.Input form) => [.. rules.Validate(form).Errors.Select(e => e.ErrorCode).Distinct()];
}
