using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Texts;

namespace RetailMember.Redemption.Gifts;

/// <summary>The vouchers that rules give for joining, as far as they would pay for the basket that the newcomer stands with.</summary>
internal sealed class JoiningGifts(GiftShelf shelf, DefinitionShelf definitions, ITexts texts) : IJoiningOffer
{
    public string Module => "Redemption";

    public int Order => 100;

    public async ValueTask<IReadOnlyList<JoiningSaving>> OfAsync(JoiningBasket basket, CancellationToken cancel)
    {
        string[] codes =
        [
            .. (await shelf.RulesAsync(cancel)).Where(r => GivesAtOnce(r, basket)).SelectMany(r => r.Terms.Vouchers),
        ];
        if (codes.Length == 0) return [];
        var known = (await definitions.OfCodesAsync([.. codes.Distinct()], cancel)).ToDictionary(d => d.Code);
        var usable = codes.Where(known.ContainsKey).Select(c => known[c]).Where(d => IsUsable(d, basket)).ToList();
        // Those that stack together, or one that does not: whichever takes more off.
        var ways = usable.Where(d => !d.Terms.Stackable).Select(d => Lay([d], basket))
            .Prepend(Lay(usable.Where(d => d.Terms.Stackable), basket));
        return ways.MaxBy(way => way.Sum(s => s.AmountFen))!;
    }

    private static bool GivesAtOnce(KnownGiftRule rule, JoiningBasket basket) =>
        rule is { State: GiftRuleState.Active, Terms: { Reason: GiftReason.Enrolment, Claim: null } }
        && rule.Terms.IsWithin(basket.On) && rule.Terms.IsFor(basket.Tier);

    private static bool IsUsable(KnownDefinition definition, JoiningBasket basket) =>
        definition.CanBeIssuedOn(basket.On)
        && definition.Terms.Validity.Of(basket.On).ValidFrom <= basket.On
        && definition.Terms.CountsAt(basket.StoreCode);

    private List<JoiningSaving> Lay(IEnumerable<KnownDefinition> vouchers, JoiningBasket onto)
    {
        var basket = new Basket([.. onto.Lines.Select(l => new VoucherBasketLine(l.Category, l.LeftFen))]);
        return
        [
            .. LaidVoucher.InOrder(vouchers.Select(d => new LaidVoucher(d.Terms, d.Terms.FaceFen)))
                .Where(laid => laid.LayOn(basket) is null)
                .Select(laid => new JoiningSaving(laid.Terms.Name.In(texts.Language), laid.LineDiscountsFen)),
        ];
    }
}
