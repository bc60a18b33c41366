using FluentValidation;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Vouchers on a basket, as a till sends them.</summary>
internal abstract record BasketForm : IAtStore
{
    public const int MostLines = 500;
    public const int MostCodes = 10;

    /// <summary>Tills may leave it out: their own store is meant.</summary>
    public string? StoreCode { get; init; }

    /// <summary>Whose receipt it is; then only his own vouchers count. Left out: whoever has the code.</summary>
    [Personal]
    public string? Member { get; init; }

    /// <summary>As scanned or typed.</summary>
    [Personal]
    public required IReadOnlyList<string> Codes { get; init; }

    public required IReadOnlyList<BasketFormLine> Lines { get; init; }

    public VoucherReceipt Receipt(string reference, Guid? member, CallContext call) => new(
        reference, member, [.. Lines.Select(l => new VoucherBasketLine(l.Category, l.Amount.Fen))], Codes, call.Occasion());
}

/// <param name="Category">What vouchers for some goods only go by.</param>
/// <param name="Amount">Yuan without vouchers.</param>
internal sealed record BasketFormLine(Money Amount, string? Category = null);

internal abstract class BasketRules<TForm> : AbstractValidator<TForm>
    where TForm : BasketForm
{
    protected BasketRules()
    {
        RuleFor(b => b.Member).MaximumLength(64);
        RuleFor(b => b.Codes).Must(c => c.Count is >= 1 and <= BasketForm.MostCodes).WithErrorCode("redemption.codes-out-of-range");
        RuleForEach(b => b.Codes).NotEmpty().MaximumLength(64);
        RuleFor(b => b.Lines).Must(l => l.Count is >= 1 and <= BasketForm.MostLines).WithErrorCode("redemption.lines-out-of-range");
        RuleForEach(b => b.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Category).MaximumLength(64);
            line.RuleFor(l => l.Amount).Must(a => a.Fen >= 0).WithErrorCode("amount.negative");
        });
        RuleFor(b => b.Lines).Must(l => l.Sum(x => (decimal)x.Amount.Fen) <= Money.LargestAcceptedFen)
            .WithErrorCode("redemption.basket-too-large");
    }
}
