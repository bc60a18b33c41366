using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// What a customer who is not a member would save on his basket if he joined now, by the brand's rules of today: the
/// price of the tier that he would begin on and what modules give for joining. Nothing is written.
/// </summary>
[Needs(MembershipPermissions.RecordPurchases)]
internal sealed class QuoteJoining(MembershipDb db, ProgrammeShelf shelf, JoiningOffers offers, ITexts texts)
    : Query<QuoteJoining.Input, QuoteJoining.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var store = call.Store ?? throw new Refusal("store.needed", RefusalKind.Invalid);
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        if (ReceiptConditions.Against(store, call.At, call.At, programmes) is { } closed) throw closed;
        var programme = programmes.At(call.At).Programme;
        var local = brand.LocalOf(call.At);
        var today = DateOnly.FromDateTime(local);
        var lines = input.Basket();
        // A line that the till has priced costs members and others the same.
        var listFen = lines.Sum(l => l.PaidFen ?? l.ListFen);
        var newcomer = new MemberState { Tier = programme.Ladder.Tiers[0].Code, JoinedOn = today };
        var priced = programme.Evaluate(newcomer, new Receipt(local, store.Code, lines));
        var savings = await offers.OfAsync(
            new JoiningBasket(priced.TierBefore.Code, today, store.Code, Lines(lines, priced.PayFenByLine)), store, cancel);
        var tendered = Enumerable.Range(0, lines.Length).Select(i => savings.Sum(s => s.LineFen[i])).ToArray();
        var paid = programme.Evaluate(newcomer, new Receipt(local, store.Code, lines, TenderedByLine: tendered));
        var enrolment = programme.Document.Enrolment;
        // What is left to pay: nobody is promised a card that his smaller bill then does not reach.
        var admission = enrolment.Judge(new Application(paid.EarningFen, IsFirstPurchase: true, enrolment.AmountFen));
        return new Result(
            new Money(listFen),
            new Money(paid.EarningFen),
            new Money(listFen - paid.EarningFen),
            [.. PriceParts(priced, listFen - priced.PayFen, programme), .. savings.Select(s => new Saving(s.Name, new Money(s.AmountFen)))],
            paid.Points,
            new TierName(priced.TierBefore.Code, priced.TierBefore.Name.In(texts.Language)),
            admission != Admission.NotReached,
            enrolment.Kind,
            new Money(enrolment.AmountFen));
    }

    private IEnumerable<Saving> PriceParts(Evaluation priced, long savedFen, Programme programme)
    {
        if (priced.Offers is not [var best, ..] || savedFen == 0) yield break;
        yield return new Saving(programme.NameOf(best)?.In(texts.Language) ?? best.Code, new Money(savedFen));
    }

    private static TenderBasketLine[] Lines(BasketLine[] lines, IReadOnlyList<long> payable) =>
        [.. lines.Select((line, i) => new TenderBasketLine(line.Category, payable[i], payable[i]))];

    internal sealed record Input : IInput<Result>, IAtStore
    {
        /// <summary>Tills may leave it out: their own store is meant.</summary>
        public string? StoreCode { get; init; }

        /// <summary>Yuan of the whole basket before any discount; may be left out where there are lines.</summary>
        public Money? ListAmount { get; init; }

        public IReadOnlyList<ReceiptLine> Lines { get; init; } = [];

        internal BasketLine[] Basket() => Lines.Count == 0
            ? [new BasketLine(ListAmount!.Value.Fen)]
            : [.. Lines.Select(l => l.InBasket())];
    }

    /// <param name="List">Yuan as the customer pays without a card.</param>
    /// <param name="Payable">Yuan that he would pay as a member.</param>
    /// <param name="Saved">Yuan between the two.</param>
    /// <param name="Savings">What it is made of.</param>
    /// <param name="Points">What the receipt would earn.</param>
    /// <param name="Tier">The one that he would begin on.</param>
    /// <param name="Reached">False where the entry condition asks for a larger purchase.</param>
    /// <param name="EntryAmount">Yuan that the entry condition asks for: a purchase or a fee, by its kind.</param>
    internal sealed record Result(
        Money List,
        Money Payable,
        Money Saved,
        IReadOnlyList<Saving> Savings,
        long Points,
        TierName Tier,
        bool Reached,
        EnrolmentKind EntryKind,
        Money EntryAmount);

    /// <param name="Name">Of the tier, benefit or voucher, in the caller's language.</param>
    /// <param name="Amount">Yuan.</param>
    internal sealed record Saving(string Name, Money Amount);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.StoreCode).MaximumLength(64);
            RuleFor(i => i.ListAmount).NotNull().When(i => i.Lines.Count == 0).WithErrorCode("field.not-empty");
            RuleFor(i => i.ListAmount).Must(a => a is not { Fen: < 0 }).WithErrorCode("amount.negative");
            RuleFor(i => i.Lines).Must(l => l.Count <= ReceiptForm.MostLines).WithErrorCode("purchase.too-many-lines");
            RuleForEach(i => i.Lines).SetValidator(new ReceiptLineRules());
            RuleFor(i => i.ListAmount).Must((i, _) => ReceiptBounds.Hold(i.Lines, i.ListAmount)).WithErrorCode("purchase.too-large");
        }
    }
}
