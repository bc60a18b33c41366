using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>What a basket would cost and earn now, and why; nothing is written.</summary>
[Needs(MembershipPermissions.RecordPurchases)]
internal sealed class Quote(ReceiptDesks desks, ITexts texts) : Query<Quote.Input, Quote.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var desk = await desks.OpenAsync(call.RequiredBrand, [input.Member], forWriting: false, cancel);
        var judged = desk.Judge(input, call).Value;
        var evaluation = judged.Evaluation;
        return new Result(
            judged.At.Member.MemberNo,
            new Money(evaluation.ListFen),
            new Money(evaluation.PayFen),
            [.. evaluation.PayFenByLine.Select(fen => new Money(fen))],
            [.. evaluation.Offers.Select(o => new Offer(o.Code, o.PayRate.Value, new Money(o.PayableFen)))],
            evaluation.Points,
            evaluation.Growth,
            evaluation.Points > 0 ? evaluation.Lot.UsableFrom : null,
            evaluation.Points > 0 ? evaluation.Lot.ExpiresOn : null,
            evaluation.TierBefore.Code,
            evaluation.After.Tier.Code,
            [.. evaluation.Why.Lines.Select(l => texts.Format(l.TextKey, l.Arguments))]);
    }

    internal sealed record Input : ReceiptForm, IInput<Result>;

    /// <param name="List">Yuan before any discount.</param>
    /// <param name="Payable">Yuan at the best price that the member may have.</param>
    /// <param name="Offers">Every price to be had, the chosen one first; they do not stack.</param>
    /// <param name="Why">How price, points and growth came about, in words.</param>
    internal sealed record Result(
        string Member,
        Money List,
        Money Payable,
        IReadOnlyList<Money> PayableByLine,
        IReadOnlyList<Offer> Offers,
        long Points,
        long Growth,
        DateOnly? UsableFrom,
        DateOnly? ExpiresOn,
        string Tier,
        string TierAfter,
        IReadOnlyList<string> Why);

    /// <param name="PayRate">Share of the list price: 0.9 is 9折.</param>
    /// <param name="Payable">Yuan.</param>
    internal sealed record Offer(string Rule, decimal PayRate, Money Payable);

    internal sealed class Rules : ReceiptRules<Input>;
}
