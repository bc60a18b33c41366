using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>What a basket would cost and earn now, and why; nothing is written.</summary>
[Needs(MembershipPermissions.RecordPurchases)]
internal sealed class Quote(ReceiptDesks desks, TenderDesk tenders, EarningAdditions additions, PriceGrounds prices, ITexts texts)
    : Query<Quote.Input, Quote.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var desk = await desks.OpenAsync(call.RequiredBrand, input.Member, input.DayOf(call), call.Store?.Id, cancel);
        var grounds = await prices.OfAsync(desk, [(input, call)], cancel);
        var receipt = new TenderedReceipt(desk.Price(input, call, grounds.GetValueOrDefault(input)).Value, receiptNo: null);
        await tenders.QuoteAsync([receipt], cancel);
        if (receipt.Refusal is { } no) throw no;
        var judged = desk.Judge(receipt.Priced, receipt.Settled);
        await additions.AskAsync([judged], cancel);
        var evaluation = judged.Evaluation;
        return new Result(
            judged.At.Member.MemberNo,
            new Money(evaluation.ListFen),
            new Money(evaluation.PayFen),
            [.. evaluation.PayFenByLine.Select(fen => new Money(fen))],
            judged.PaidLines(),
            judged.PaidTenders(await tenders.TitlesAsync(judged.TenderNames, cancel)),
            new Money(evaluation.EarningFen),
            [.. evaluation.Offers.Select(o => Show(o, judged.Version.Programme))],
            judged.Points,
            evaluation.Growth,
            judged.Points > 0 ? evaluation.Lot.UsableFrom : null,
            judged.Points > 0 ? evaluation.Lot.ExpiresOn : null,
            evaluation.TierBefore.Code,
            judged.After.Tier.Code,
            TierProgress.Step.Of(
                judged.Ladder.Next(judged.After.Tier, judged.After.Metrics), texts.Language),
            new ExplanationWords(judged.Version.Programme.Document, texts).Of(judged.Why.Lines),
            judged.EarnerNo);
    }

    private Offer Show(PriceOffer offer, Programme programme) => new(
        offer.Code,
        offer.Source == PriceSource.Module ? texts[offer.Code] : programme.NameOf(offer)?.In(texts.Language) ?? offer.Code,
        offer.PayRate.Value,
        new Money(offer.PayableFen));

    internal sealed record Input : ReceiptForm, IInput<Result>;

    /// <param name="List">Yuan before any discount.</param>
    /// <param name="Payable">Yuan at the best price that the member may have.</param>
    /// <param name="Lines">How it is made up, line by line.</param>
    /// <param name="Tenders">What pays beside money, in the order in which it is laid on.</param>
    /// <param name="Money">Yuan left to pay with money: what earns.</param>
    /// <param name="Offers">Every price to be had, the chosen one first; they do not stack.</param>
    /// <param name="Points">Of the programme and of what other modules add, as the receipt will grant them.</param>
    /// <param name="NextTier">How far the tier above <paramref name="TierCodeAfter"/> is after this basket; absent on the highest.</param>
    /// <param name="Why">How price, points and growth came about, in words.</param>
    /// <param name="EarnerNo">The member whose account the points will go to; left out where it is the buyer's own.</param>
    internal sealed record Result(
        string MemberNo,
        Money List,
        Money Payable,
        IReadOnlyList<Money> PayableByLine,
        IReadOnlyList<PaidLine> Lines,
        IReadOnlyList<PaidTender> Tenders,
        Money Money,
        IReadOnlyList<Offer> Offers,
        long Points,
        long Growth,
        DateOnly? UsableFrom,
        DateOnly? ExpiresOn,
        string TierCode,
        string TierCodeAfter,
        TierProgress.Step? NextTier,
        IReadOnlyList<string> Why,
        string? EarnerNo);

    /// <param name="Name">Of the tier or benefit, in the caller's language.</param>
    /// <param name="PayRate">Share of the list price: 0.9 is 9折.</param>
    /// <param name="Payable">Yuan.</param>
    internal sealed record Offer(string Rule, string Name, decimal PayRate, Money Payable);

    internal sealed class Rules : ReceiptRules<Input>;
}
