using RetailMember.Marketing.Packages;
using RetailMember.Values;

namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>
/// What a campaign brought: what those who were written to bought beyond what as many of the others would have bought. Told
/// only where some were held out to compare with.
/// </summary>
/// <param name="Written">Members whose message was given to a provider.</param>
/// <param name="WrittenFen">Their sales.</param>
/// <param name="HeldOut">Members who were to get none.</param>
/// <param name="HeldOutFen">Their sales.</param>
internal readonly record struct CampaignEffect(long Written, long WrittenFen, long HeldOut, long HeldOutFen)
{
    /// <summary>Below zero where the others bought more; null without anybody to compare with.</summary>
    public Money? Extra => HeldOut == 0 ? null : (WrittenFen - (decimal)HeldOutFen * Written / HeldOut).Rounded();

    /// <summary>
    /// Margin of the extra sales, in which what vouchers paid is included, less what messages and vouchers cost; null where one of
    /// them is not known.
    /// </summary>
    public Money? Profit(int? marginPercent, Money? messages, long vouchersFen) =>
        Extra is { } extra && marginPercent is { } margin && messages is { } cost
            ? (extra.Fen * (decimal)margin / 100 - cost.Fen - vouchersFen).Rounded()
            : null;
}
