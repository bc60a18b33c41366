using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.Values;

namespace RetailMember.StoredValue.Pages.Types;

/// <summary>The terms of a card type as their form has them: rows of bands and examples, lists as text.</summary>
internal sealed record CardTypeForm
{
    public required string CardType { get; init; }
    public required LocalName Name { get; init; }
    public CardForm Form { get; init; }
    public bool Named { get; init; }
    public Money MinimumLoad { get; init; }
    public Money? MaximumBalance { get; init; }
    public IReadOnlyList<BonusBand> Bands { get; init; } = [];
    public SpendRule SpendRule { get; init; }
    public int? ValidityMonths { get; init; }
    public string? Categories { get; init; }
    public IReadOnlyList<string> Stores { get; init; } = [];
    public bool MayBeRecharged { get; init; }
    public bool LossReport { get; init; }
    public bool Transferable { get; init; }
    public int CoolingOffDays { get; init; }
    public Money CashUpTo { get; init; }
    public IReadOnlyList<ExampleRow> Examples { get; init; } = [];

    public static CardTypeForm Blank() => Of("", new CardTypeTerms
    {
        Name = new LocalName("", ""), Form = CardForm.Physical, MinimumLoad = new Money(100_00),
    });

    public static CardTypeForm Of(string code, CardTypeTerms t) => new()
    {
        CardType = code,
        Name = t.Name,
        Form = t.Form,
        Named = t.Named,
        MinimumLoad = t.MinimumLoad,
        MaximumBalance = t.MaximumBalance,
        Bands = t.Bands,
        SpendRule = t.SpendRule,
        ValidityMonths = t.ValidityMonths,
        Categories = NameList.Join(t.Categories),
        Stores = t.Stores,
        MayBeRecharged = t.MayBeRecharged,
        LossReport = t.LossReport,
        Transferable = t.Transferable,
        CoolingOffDays = t.Refund.CoolingOffDays,
        CashUpTo = t.Refund.CashUpTo,
        Examples = [.. t.Examples.Select(ExampleRow.Of)],
    };

    public EditCardType.Input ToInput() => new(CardType, new CardTypeTerms
    {
        Name = Name,
        Form = Form,
        Named = Named,
        MinimumLoad = MinimumLoad,
        MaximumBalance = MaximumBalance,
        Bands = Bands,
        SpendRule = SpendRule,
        ValidityMonths = ValidityMonths,
        Categories = NameList.Split(Categories),
        Stores = Stores,
        MayBeRecharged = MayBeRecharged,
        LossReport = LossReport,
        Transferable = Transferable,
        Refund = new RefundTerms { CoolingOffDays = CoolingOffDays, CashUpTo = CashUpTo },
        Examples = [.. Examples.Select(e => e.ToExample())],
    });

    /// <summary>An example in one row: without anything left, the load is to be refused.</summary>
    internal sealed record ExampleRow(string Title, Money Load, Money? Spend = null, Money? Principal = null, Money? Bonus = null)
    {
        public static ExampleRow Of(CardTypeExample e) => new(
            e.Title, e.Load, e.Spend, e.Expected.Loaded ? e.Expected.Principal : null, e.Expected.Loaded ? e.Expected.Bonus : null);

        public CardTypeExample ToExample() => new(Title, Load, Spend, new CardTypeExampleResult
        {
            Loaded = Principal is not null || Bonus is not null, Principal = Principal ?? Money.Zero, Bonus = Bonus ?? Money.Zero,
        });
    }
}
