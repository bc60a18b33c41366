using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>What a bonus above the band's costs, for whoever decides on it.</summary>
/// <param name="Automatic">Yuan that the band gives anyway.</param>
/// <param name="Offered">Yuan that would be given.</param>
/// <param name="Extra">Yuan more.</param>
/// <param name="DiscountPerMille">What the customer saves of all he can spend: 107 is 10.7 per cent.</param>
/// <param name="Margin">Yuan that are left of what he pays once the goods for all he can spend are paid.</param>
/// <param name="MarginPerMille">The same as a share of what he pays.</param>
internal sealed record BonusOffer(
    Money Automatic, Money Offered, Money Extra, int DiscountPerMille, Money Margin, int MarginPerMille)
{
    /// <param name="principalFen">What he pays.</param>
    /// <param name="automaticFen">What the band gives.</param>
    /// <param name="askedPerMille">What is asked for.</param>
    /// <param name="grossMarginPercent">What the brand usually earns of a hundred yuan of goods at their price.</param>
    public static BonusOffer Of(long principalFen, long automaticFen, int askedPerMille, long grossMarginPercent)
    {
        var asked = Proportion.Of(principalFen, askedPerMille, BonusBand.Whole);
        var value = principalFen + asked;
        var margin = principalFen - Proportion.Of(value, 100 - grossMarginPercent, 100);
        return new BonusOffer(
            new Money(automaticFen), new Money(asked), new Money(asked - automaticFen),
            (int)Proportion.Of(BonusBand.Whole, asked, value), new Money(margin),
            (int)Proportion.Of(BonusBand.Whole, margin, principalFen));
    }

    public static long ApprovedOf(CardSale sale) => Proportion.Of(sale.PrincipalFen, sale.AskedPerMille!.Value, BonusBand.Whole);
}
