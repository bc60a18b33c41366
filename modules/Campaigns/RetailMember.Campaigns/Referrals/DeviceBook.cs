using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Referrals;

/// <summary>On which phones and browsers members are, by index: whoever shares one with his referrer is no friend.</summary>
internal sealed class DeviceBook(CampaignsDb db, IRows rows, DataSession session, IPersonMarks marks, TimeProvider time)
{
    public Task<int> NoteAsync(Guid member, string device, CancellationToken cancel) => rows.InsertMissingAsync(
        [
            new MemberDevice
            {
                MemberId = member,
                Device = marks.OfDevice(device),
                BrandId = session.Brand!.Value,
                SeenAt = time.GetUtcNow().UtcDateTime,
            },
        ],
        cancel);

    /// <summary>Whether the friend was ever on a phone or browser of these members'.</summary>
    public Task<bool> ShareAsync(IReadOnlyCollection<Guid> members, Guid friend, CancellationToken cancel) =>
        db.MemberDevices.AnyAsync(
            d => EF.Parameter(members).Contains(d.MemberId)
                && db.MemberDevices.Any(o => o.MemberId == friend && o.Device == d.Device),
            cancel);

    public Task ForgetAsync(Guid[] members, CancellationToken cancel) =>
        db.MemberDevices.Where(d => EF.Parameter(members).Contains(d.MemberId)).ExecuteDeleteAsync(cancel);
}

internal sealed class DevicesOfForgotten(DeviceBook devices) : Subscriber<MemberForgotten>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MemberForgotten>> events, CancellationToken cancel) =>
        devices.ForgetAsync([.. events.Select(e => e.Event.MemberId)], cancel);
}
