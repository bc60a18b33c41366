using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Tells the modules that know referral codes of who enrols with one.</summary>
internal sealed class Referrals(IEnumerable<IReferralIntake> intakes, IBrandDirectory brands, DataSession session)
{
    public async Task NoteAsync(
        string? code, string? device, Member member, bool wasMember, CallContext call, CancellationToken cancel)
    {
        await DeviceAsync(member.Id, device, call, cancel);
        if (code is null) return;
        // The module looks at the member, who may be new to the context.
        await session.SaveAsync(cancel);
        var occasion = new AwardOccasion(call.At, call.RequiredBrand.DateOf(call.At), call.Caller.Name, call.Store?.Id);
        var note = new ReferralNote(member.Id, code, device, wasMember, occasion);
        foreach (var intake in intakes.Where(i => brands.IsOn(i.Module, member.BrandId, call.Store?.Id)))
            if (await intake.NoteAsync(note, cancel)) return;
        throw Refusal.Invalid("referralCode", "membership.referral-code-unknown");
    }

    /// <summary>A member is on a phone or browser: nobody refers himself from it.</summary>
    public async Task DeviceAsync(Guid member, string? device, CallContext call, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(device)) return;
        foreach (var intake in intakes.Where(i => brands.IsOn(i.Module, call.RequiredBrand.Id, call.Store?.Id)))
            await intake.NoteDeviceAsync(member, device, cancel);
    }
}
