using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Settings;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Own;

/// <inheritdoc cref="IMemberAccounts" />
internal sealed class MemberAccounts(
    MembershipDb db,
    IRows rows,
    ProgrammeShelf shelf,
    PersonRegister people,
    IMemberFiles files,
    MemberLookup lookup,
    EnrolMember enrolment,
    Referrals referrals,
    ISettings settings,
    ITexts texts) : IMemberAccounts
{
    public string? MobileOf(string typed) => Mobile.TryParse(typed, out var mobile) ? mobile.Number : null;

    public async Task<MemberSummary?> FindByMobileAsync(string mobile, CancellationToken cancel)
    {
        if (!Mobile.TryParse(mobile, out var known) || await people.FindAsync(known, cancel) is not { } person) return null;
        var id = await db.Members.Where(m => m.PersonId == person.Id).Select(m => m.Id).SingleOrDefaultAsync(cancel);
        return (await files.ReadAsync([id], cancel)).GetValueOrDefault(id);
    }

    public async Task<IReadOnlyList<JoiningField>> FieldsAsync(CallContext call, CancellationToken cancel) =>
    [
        .. (await DocumentAsync(call, cancel)).MemberFields.Select(f => new JoiningField(
            f.Code, f.Name.In(texts.Language), Camel(f.Kind.ToString()), f.Required, f.Choices)),
    ];

    public async Task<JoinedMember> JoinAsync(JoiningForm form, CallContext call, CancellationToken cancel)
    {
        if (await IsMergedAsync(form.Mobile, cancel)) throw new Refusal("membership.ask-at-counter", RefusalKind.Conflict);
        var joined = await enrolment.ForHimselfAsync(
            new EnrolMember.Input
            {
                Key = form.Key,
                StoreCode = form.StoreCode,
                Name = form.Name,
                Mobile = form.Mobile,
                Birthday = form.Birthday,
                Sex = SexOf(form.Sex),
                Fields = form.Fields,
                ReferralCode = form.ReferralCode,
                Device = form.Device,
            },
            call, cancel);
        await db.SaveChangesAsync(cancel);
        var id = await db.Members.Where(m => m.MemberNo == joined.MemberNo).Select(m => m.Id).SingleAsync(cancel);
        return new JoinedMember(id, joined.MemberNo, joined.Status == MemberStatus.Active);
    }

    public async Task<string?> ClaimableAsync(string card, CallContext call, CancellationToken cancel) =>
        await OfCardAsync(card, call, cancel) is { PersonId: null, Status: MemberStatus.Active } member ? member.MemberNo : null;

    public async Task<JoinedMember> ClaimAsync(string card, JoiningForm form, CallContext call, CancellationToken cancel)
    {
        var details = new Details
        {
            Name = form.Name, Mobile = form.Mobile, Birthday = form.Birthday, Sex = SexOf(form.Sex), Fields = form.Fields,
        };
        DeclaredFields.Check(await DocumentAsync(call, cancel), details, call.RequiredBrand.DateOf(call.At), whole: true);
        if (await OfCardAsync(card, call, cancel) is not { PersonId: null, Status: MemberStatus.Active } member)
            throw NotClaimable();
        var person = await people.FindOrAddAsync(details, call.At, cancel) ?? throw NotClaimable();
        if (await db.Members.AnyAsync(m => m.PersonId == person.Id, cancel)) throw NotClaimable();
        member.PersonId = person.Id;
        if (form.Fields.Count > 0) member.Fields = DeclaredFields.Write(form.Fields);
        await rows.UpdateAsync([member], [nameof(Member.PersonId), nameof(Member.Fields)], cancel);
        return new JoinedMember(member.Id, member.MemberNo, IsActive: true);
    }

    public async Task BindAsync(Guid member, string card, string kind, CallContext call, CancellationToken cancel)
    {
        // A mobile is whoever's it is: bound as a card it would name its binder at the till.
        if (Mobile.TryParse(card, out _)) throw NotClaimable();
        var value = CardNo.Normalise(card);
        if (await OfCardAsync(card, call, cancel) is { } holder)
        {
            if (holder.Id != member) throw NotClaimable();
            return;
        }

        // A number of another look may become a member's own one day.
        if (!CardForms.Know(settings.Text(CardForms.Setting, call.RequiredBrand.Id), value)) throw NotClaimable();
        db.Credentials.Add(new Credential
        {
            BrandId = call.RequiredBrand.Id,
            Value = value,
            Kind = Enum.Parse<CredentialKind>(kind, ignoreCase: true),
            MemberId = member,
            BoundAt = call.At,
        });
    }

    public Task NoteDeviceAsync(Guid member, string? device, CallContext call, CancellationToken cancel) =>
        referrals.DeviceAsync(member, device, call, cancel);

    public async Task<IReadOnlyList<BoundCard>> CardsAsync(Guid member, CancellationToken cancel) =>
    [
        .. (await db.Credentials.AsNoTracking().Where(c => c.MemberId == member)
            .OrderBy(c => c.BoundAt).ThenBy(c => c.Value).ToListAsync(cancel))
            .Select(c => new BoundCard(c.Value, Camel(c.Kind.ToString()), c.BoundAt)),
    ];

    public async Task UnbindAsync(Guid member, string card, CancellationToken cancel)
    {
        var value = CardNo.Normalise(card);
        if (await db.Credentials.Where(c => c.Value == value && c.MemberId == member).ExecuteDeleteAsync(cancel) == 0)
            throw new Refusal("membership.card-not-bound", RefusalKind.NotFound, ("card", value));
    }

    public async Task ChangeMobileAsync(Guid member, string mobile, CancellationToken cancel)
    {
        var personId = await db.Members.Where(m => m.Id == member).Select(m => m.PersonId).SingleAsync(cancel);
        await people.ChangeAsync(personId!.Value, new Details { Mobile = mobile }, cancel);
    }

    /// <summary>Whose number may long be somebody else's: a merge is followed at the till alone.</summary>
    private async Task<bool> IsMergedAsync(string mobile, CancellationToken cancel) =>
        Mobile.TryParse(mobile, out var known) && await people.FindAsync(known, cancel) is { } person
        && await db.Members.AnyAsync(m => m.PersonId == person.Id && m.MergedIntoId != null, cancel);

    /// <summary>Whom a card or number names, locked; a mobile is no card.</summary>
    private async Task<Member?> OfCardAsync(string card, CallContext call, CancellationToken cancel)
    {
        var named = Mobile.TryParse(card, out _) ? null : await lookup.FindAsync(call.RequiredBrand.Id, card, cancel);
        return named is { } id ? (await rows.LockAsync<Member, Guid>(m => m.Id, [id], cancel)).Single() : null;
    }

    private async Task<ProgrammeDocument> DocumentAsync(CallContext call, CancellationToken cancel) =>
        (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).At(call.At).Programme.Document;

    private static Sex? SexOf(string? code) => Enum.TryParse<Sex>(code, ignoreCase: true, out var sex) ? sex : null;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Refusal NotClaimable() => new("membership.card-not-claimable", RefusalKind.Conflict);

    private sealed record Details : MemberDetails;
}
