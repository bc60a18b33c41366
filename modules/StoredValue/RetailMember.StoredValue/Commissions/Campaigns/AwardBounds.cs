using RetailMember.Settings;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>How much a sales campaign may give at most.</summary>
internal sealed class AwardBounds(ISettings settings)
{
    /// <summary>In yuan.</summary>
    public const string FirstCardSetting = "StoredValue.MostFirstCardAward";

    /// <summary>In yuan.</summary>
    public const string TopSellerSetting = "StoredValue.MostTopSellerAward";

    /// <summary>Refuses awards above the brand's bounds, each by its field.</summary>
    public void Require(Money firstCard, Money topSeller, int brandId)
    {
        FieldFault?[] faults =
            [Fault("firstCardAward", FirstCardSetting, firstCard, brandId), Fault("topSellerAward", TopSellerSetting, topSeller, brandId)];
        if (faults.OfType<FieldFault>().ToList() is { Count: > 0 } found) throw Refusal.Invalid(found);
    }

    private FieldFault? Fault(string field, string setting, Money award, int brandId)
    {
        var most = Money.FromYuan(settings.WholeNumber(setting, brandId));
        return award > most ? new FieldFault(field, "storedvalue.award-too-high", ("most", most)) : null;
    }
}
