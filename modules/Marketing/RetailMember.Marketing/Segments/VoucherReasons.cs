using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Redemption;

namespace RetailMember.Marketing.Segments;

/// <summary>
/// Of a voucher that came with a message nobody is told with which: its campaign or journey may ask of sensitive data, be it
/// only by now, and to hide those alone would name them as well.
/// </summary>
internal sealed class VoucherReasons : IVoucherReasons
{
    public const string Told = "message";

    public string? InsteadOf(string issueKey) =>
        issueKey.StartsWith(RewardRecipients.KeyPrefix, StringComparison.Ordinal)
        || issueKey.StartsWith(JourneyVouchers.KeyPrefix, StringComparison.Ordinal)
            ? Told
            : null;
}
