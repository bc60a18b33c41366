using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Campaigns.Data;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Settings;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Tells referrals of friends from those of oneself, however they are dressed up.</summary>
internal sealed class ReferralGuards(
    CampaignsDb db, IPersonMarks marks, IEnumerable<IHouseholds> households, IBrandDirectory brands, DataSession session,
    ISettings settings, DeviceBook devices)
{
    public const string PerDaySetting = "Campaigns.ReferralsPerDay";

    private const int LongestChain = 100;

    /// <summary>Where a new referral stands, and why.</summary>
    public async Task<(ReferralState State, string? Why)> JudgeAsync(
        KnownReferrer referrer, ReferralNote note, string? device, CancellationToken cancel)
    {
        if (note.WasMember) return (ReferralState.Refused, ReferralWhy.NotNew);
        if (await IsOneselfAsync(referrer.Member, note.Member, cancel)) return (ReferralState.Refused, ReferralWhy.Oneself);
        if (await devices.ShareAsync([referrer.Member, referrer.Drawn], note.Member, cancel))
            return (ReferralState.Refused, ReferralWhy.SameDevice);
        if (await ShareHouseholdAsync(referrer.Member, note.Member, cancel))
            return (ReferralState.Refused, ReferralWhy.SameHousehold);
        if (await IsCircleAsync(referrer.Member, note.Member, cancel)) return (ReferralState.Refused, ReferralWhy.Circle);
        if (device is not null && await db.Referrals.AnyAsync(r => r.Device == device, cancel))
            return (ReferralState.Held, ReferralWhy.DeviceSeen);
        var most = settings.WholeNumber(PerDaySetting, session.Brand);
        var today = await db.Referrals.LongCountAsync(
            r => r.ReferrerId == referrer.Member && r.EnrolledOn == note.Occasion.On, cancel);
        return today >= most ? (ReferralState.Held, ReferralWhy.TooMany) : (ReferralState.Waiting, null);
    }

    /// <summary>Asked once more before the award: phones and households are often told after the enrolment.</summary>
    public async Task<string?> WhyNotAsync(Guid referrer, Guid friend, CancellationToken cancel) =>
        await devices.ShareAsync([referrer], friend, cancel) ? ReferralWhy.SameDevice
        : await ShareHouseholdAsync(referrer, friend, cancel) ? ReferralWhy.SameHousehold
        : null;

    private async Task<bool> ShareHouseholdAsync(Guid referrer, Guid friend, CancellationToken cancel)
    {
        foreach (var household in households.Where(h => brands.IsOn(h.Module, session.Brand!.Value, null)))
            if ((await household.OfAsync([referrer], cancel)).GetValueOrDefault(referrer)?.Contains(friend) == true)
                return true;
        return false;
    }

    private async Task<bool> IsOneselfAsync(Guid referrer, Guid friend, CancellationToken cancel)
    {
        if (referrer == friend) return true;
        var known = await marks.OfAsync([referrer, friend], cancel);
        return known.TryGetValue(referrer, out var one) && known.TryGetValue(friend, out var other)
            && (one.Person == other.Person || (one.Mobile is not null && one.Mobile == other.Mobile));
    }

    /// <summary>The friend has brought the referrer, or whoever brought him, and so on.</summary>
    private async Task<bool> IsCircleAsync(Guid referrer, Guid friend, CancellationToken cancel)
    {
        Guid? above = referrer;
        for (var i = 0; i < LongestChain && above is { } one; i++)
        {
            if (one == friend) return true;
            above = await db.Referrals.Where(r => r.FriendId == one).Select(r => (Guid?)r.ReferrerId).SingleOrDefaultAsync(cancel);
        }

        return false;
    }
}

/// <summary>Why a referral is held, refused or without an award; each is a text key after <c>campaigns.why.</c>.</summary>
internal static class ReferralWhy
{
    public const string NotNew = "not-new";
    public const string Oneself = "oneself";
    public const string Merged = "merged";
    public const string MergedNotNew = "merged-not-new";
    public const string SameDevice = "same-device";
    public const string SameHousehold = "same-household";
    public const string Circle = "circle";
    public const string DeviceSeen = "device-seen";
    public const string TooMany = "too-many";
    public const string MonthLimit = "month-limit";
    public const string NoCampaign = "no-campaign";
    public const string NotActive = "not-active";
    public const string Declined = "declined";
    public const string Refunded = "refunded";

    /// <summary>Of a campaign's own refusal.</summary>
    public static string Of(string code) => code[(code.LastIndexOf('.') + 1)..];
}
