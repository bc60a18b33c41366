using FluentValidation;
using RetailMember.StoredValue.Cards;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>An amount that a card is to pay or keep, as a till sends it.</summary>
internal abstract record BillForm : IAtStore, IBillLines
{
    public const int MostLines = 500;

    /// <summary>Tills may leave it out: their own store is meant.</summary>
    public string? StoreCode { get; init; }

    /// <summary>As printed by the till; unique in its store.</summary>
    public required string ReceiptNo { get; init; }

    /// <summary>Yuan.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the amount is made of; without them value for certain goods does not count.</summary>
    public IReadOnlyList<BillFormLine> Lines { get; init; } = [];
}

/// <summary>An amount, and what it is made of where that is told.</summary>
internal interface IBillLines
{
    Money Amount { get; }

    IReadOnlyList<BillFormLine> Lines { get; }
}

internal static class BillLinesReading
{
    public static IReadOnlyList<BillLine> ToBill(this IBillLines bill) => bill.Lines.Count == 0
        ? [new BillLine(null, bill.Amount.Fen)]
        : [.. bill.Lines.Select(l => new BillLine(l.Category, l.Amount.Fen))];
}

/// <param name="Category">What value for certain goods goes by.</param>
/// <param name="Amount">Yuan.</param>
internal sealed record BillFormLine(Money Amount, string? Category = null);

internal abstract class BillLineRules<TForm> : AbstractValidator<TForm>
    where TForm : IBillLines
{
    protected BillLineRules()
    {
        RuleFor(b => b.Amount).IsAmount();
        RuleFor(b => b.Lines).Must(l => l.Count <= BillForm.MostLines).WithErrorCode("storedvalue.lines-out-of-range");
        RuleForEach(b => b.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Category).MaximumLength(64);
            line.RuleFor(l => l.Amount).IsNotNegative();
        });
        RuleFor(b => b.Lines).Must((b, l) => l.Count == 0 || l.Sum(x => (decimal)x.Amount.Fen) == b.Amount.Fen)
            .WithErrorCode("storedvalue.lines-do-not-add-up");
    }
}

internal abstract class BillRules<TForm> : BillLineRules<TForm>
    where TForm : BillForm
{
    protected BillRules() => RuleFor(b => b.ReceiptNo).NotEmpty().MaximumLength(48);

    protected static bool IsNumber(string? number) => number is { Length: > 0 and <= 2 * CardNumbers.Length };
}
