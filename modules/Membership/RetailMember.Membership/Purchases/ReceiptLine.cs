using FluentValidation;
using RetailMember.Membership.Programmes;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>One line of a receipt.</summary>
internal sealed record ReceiptLine
{
    public string? Category { get; init; }

    public int Quantity { get; init; } = 1;

    /// <summary>Yuan before any discount, of all pieces, never less than paid; the paid amount where it is left out.</summary>
    public Money? ListAmount { get; init; }

    /// <summary>Yuan paid for the line; where it is left out, the best price that the member may have.</summary>
    public Money? Amount { get; init; }

    /// <summary>The line as the rules see it.</summary>
    public BasketLine InBasket() => new((ListAmount ?? Amount)!.Value.Fen, Amount?.Fen, Quantity, Category);
}

/// <summary>What every line must satisfy.</summary>
internal sealed class ReceiptLineRules : AbstractValidator<ReceiptLine>
{
    public ReceiptLineRules()
    {
        RuleFor(l => l.Category).MaximumLength(64);
        RuleFor(l => l.Quantity).InclusiveBetween(1, ReceiptForm.MostPieces);
        RuleFor(l => l.Amount).Must(NotNegative).WithErrorCode("amount.negative");
        RuleFor(l => l.ListAmount).Must(NotNegative).WithErrorCode("amount.negative");
        RuleFor(l => l.ListAmount).Must((l, list) => list is null || l.Amount is null || list >= l.Amount)
            .WithErrorCode("purchase.list-below-amount");
        RuleFor(l => l.ListAmount).NotNull().When(l => l.Amount is null).WithErrorCode("field.not-empty");
    }

    private static bool NotNegative(Money? amount) => amount is not { Fen: < 0 };
}

/// <summary>No sum of a basket is beyond what <see cref="ReceiptGuard"/> lets pass.</summary>
internal static class ReceiptBounds
{
    /// <param name="lines">May be empty.</param>
    /// <param name="total">Of a basket without lines.</param>
    public static bool Hold(IReadOnlyList<ReceiptLine> lines, Money? total)
    {
        Int128 list = total?.Fen ?? 0, paid = list, pieces = 0;
        if (lines.Count > 0) (list, paid) = (0, 0);
        foreach (var line in lines)
        {
            list += (line.ListAmount ?? line.Amount)?.Fen ?? 0;
            paid += line.Amount?.Fen ?? 0;
            pieces += line.Quantity;
        }

        return list <= Receipt.MaxFen && paid <= Receipt.MaxFen && pieces <= Receipt.MaxPieces;
    }
}
