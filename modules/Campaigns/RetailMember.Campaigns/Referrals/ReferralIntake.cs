using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Notes who brought whom; one person is brought once, for ever.</summary>
internal sealed class ReferralIntake(
    CampaignsDb db, IRows rows, DataSession session, ReferralCodes codes, ReferralGuards guards, DeviceBook devices,
    IPersonMarks marks, CampaignShelf shelf)
    : IReferralIntake
{
    public string Module => "Campaigns";

    public Task NoteDeviceAsync(Guid member, string device, CancellationToken cancel) => devices.NoteAsync(member, device, cancel);

    public async Task<bool> NoteAsync(ReferralNote note, CancellationToken cancel)
    {
        if (await codes.FindAsync(note.Code, cancel) is not { } referrer) return false;
        var mark = (await marks.OfAsync([note.Member], cancel)).GetValueOrDefault(note.Member)?.Mobile;
        if (await db.Referrals.AnyAsync(r => r.FriendId == note.Member || (mark != null && r.FriendMark == mark), cancel)) return true;
        var device = note.Device is { Length: > 0 } told ? marks.OfDevice(told) : null;
        var (state, why) = await guards.JudgeAsync(referrer, note, device, cancel);
        var campaign = (await shelf.ActiveAsync(cancel, CampaignKind.Referral)).FirstOrDefault(c => c.Terms.IsWithin(note.Occasion.On));
        if (campaign is null && state != ReferralState.Refused) (state, why) = (ReferralState.Refused, ReferralWhy.NoCampaign);
        await rows.InsertMissingAsync(
            [
                new Referral
                {
                    Id = Guid.CreateVersion7(),
                    BrandId = session.Brand!.Value,
                    ReferrerId = referrer.Member,
                    FriendId = note.Member,
                    FriendMark = mark,
                    Device = device,
                    CampaignId = campaign?.Id,
                    State = state,
                    Why = why,
                    EnrolledOn = note.Occasion.On,
                },
            ],
            cancel);
        return true;
    }
}
