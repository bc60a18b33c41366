using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>Opens a desk for a batch of receipts: members, programmes and balances in a few round trips.</summary>
internal sealed class ReceiptDesks(
    MembershipDb db,
    IRows rows,
    MemberLookup lookup,
    MembersAtHand atHand,
    ProgrammeShelf shelf,
    MemberPasts pasts,
    PointsEarners earners,
    ILedger ledger,
    TimeProvider time)
{
    /// <summary>To record: locks the members until the transaction ends.</summary>
    /// <param name="receipts">Whose, of which day of the brand, and where, in the order in which they are to be judged.</param>
    public async Task<ReceiptDesk> OpenAsync(
        Brand brand, IReadOnlyCollection<(string Member, DateOnly Day, int? Store)> receipts, CancellationToken cancel)
    {
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var ids = await lookup.FindAsync(brand.Id, [.. receipts.Select(r => r.Member).Distinct()], cancel);
        var earnerOf = await earners.OfAsync(
            brand.Id,
            [.. receipts.Where(r => r.Store is not null && ids.ContainsKey(r.Member)).Select(r => (ids[r.Member], r.Store!.Value))],
            cancel);
        // All at once, in the order of their keys: two batches whose members earn for each other must not wait in a ring.
        var locked = await rows.LockAsync<Member, Guid>(m => m.Id, [.. ids.Values.Concat(earnerOf.Values).Distinct()], cancel);
        var members = locked.FindAll(m => ids.Values.Contains(m.Id));
        var days = receipts.Where(r => ids.ContainsKey(r.Member)).ToLookup(r => ids[r.Member], r => r.Day);
        var past = await pasts.OfAsync(LateOf(members, days), cancel);
        var renewals = await RenewalsAsync(brand, members, days, cancel);
        var birthdays = programmes.LookAtBirthdays ? await BirthdaysAsync(members, cancel) : [];
        var points = programmes.LookAtBalances ? await PointsAsync(days, cancel) : [];
        var atTill = members.Where(m => m.BrandId == brand.Id).ToDictionary(m => m.Id, m => new MemberAtTill(
            m,
            m.PersonId is { } person && birthdays.TryGetValue(person, out var born) ? born : null,
            points.GetValueOrDefault(m.Id),
            past.GetValueOrDefault(m.Id),
            renewals.GetValueOrDefault(m.Id)));
        return new ReceiptDesk(
            brand,
            programmes,
            ids.Where(i => atTill.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => atTill[i.Value]),
            EarnersAtTill(brand, earnerOf, locked, atTill));
    }

    /// <summary>To quote one receipt of this day: the member is read together with those that other tills ask for.</summary>
    public async Task<ReceiptDesk> OpenAsync(
        Brand brand, string identifier, DateOnly day, int? store, CancellationToken cancel)
    {
        var found = await atHand.FindAsync(brand.Id, identifier, cancel);
        var programmes = found?.Programmes ?? await shelf.OfAsync(db, brand.Id, cancel);
        if (found is null) return new ReceiptDesk(brand, programmes, new Dictionary<string, MemberAtTill>(), NoEarners);
        var member = found.Member.Copy();
        var days = new[] { day }.ToLookup(_ => member.Id);
        var past = await pasts.OfAsync(LateOf([member], days), cancel);
        var renewals = await RenewalsAsync(brand, [member], days, cancel);
        var points = programmes.LookAtBalances ? await PointsAsync(days, cancel) : [];
        var atTill = new MemberAtTill(
            member, found.Person?.Birthday, points.GetValueOrDefault(member.Id), past.GetValueOrDefault(member.Id),
            renewals.GetValueOrDefault(member.Id));
        var earnerOf = store is { } at ? await earners.OfAsync(brand.Id, [(member.Id, at)], cancel) : NoEarner;
        var others = earnerOf.Count > 0 ? await rows.ReadAsync<Member, Guid>(m => m.Id, [.. earnerOf.Values], cancel) : [];
        return new ReceiptDesk(
            brand, programmes, new Dictionary<string, MemberAtTill> { [identifier] = atTill },
            EarnersAtTill(brand, earnerOf, others, new Dictionary<Guid, MemberAtTill>()));
    }

    /// <summary>Who left the brand, or became somebody else, while he was waited for earns for nobody.</summary>
    private static Dictionary<(Guid, int), MemberAtTill> EarnersAtTill(
        Brand brand, IReadOnlyDictionary<(Guid Buyer, int Store), Guid> earnerOf, List<Member> members,
        IReadOnlyDictionary<Guid, MemberAtTill> atTill)
    {
        var active = members.Where(m => m.BrandId == brand.Id && m.Status == MemberStatus.Active)
            .ToDictionary(m => m.Id, m => atTill.GetValueOrDefault(m.Id) ?? new MemberAtTill(m, null, null, null));
        return earnerOf.Where(e => active.ContainsKey(e.Value)).ToDictionary(e => e.Key, e => active[e.Value]);
    }

    private static readonly IReadOnlyDictionary<(Guid, int), Guid> NoEarner = new Dictionary<(Guid, int), Guid>();

    private static readonly IReadOnlyDictionary<(Guid, int), MemberAtTill> NoEarners =
        new Dictionary<(Guid, int), MemberAtTill>();

    private static Guid[] LateOf(List<Member> members, ILookup<Guid, DateOnly> days) =>
        [.. members.Where(m => MemberAtTill.NeedsPast(m, days[m.Id])).Select(m => m.Id)];

    /// <summary>How cards were renewed whose receipts are of an earlier day than today: it may have been without a card.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<RenewedCard>>> RenewalsAsync(
        Brand brand, List<Member> members, ILookup<Guid, DateOnly> days, CancellationToken cancel)
    {
        var today = brand.DateOf(time.GetUtcNow().UtcDateTime);
        Guid[] late = [.. members.Where(m => m.RenewedThrough is not null && days[m.Id].Any(d => d < today)).Select(m => m.Id)];
        return late.Length == 0 ? [] : CardRenewal.ByMember(await db.CardRenewals.AsNoTracking()
            .Where(r => EF.Parameter(late).Contains(r.MemberId)).ToListAsync(cancel));
    }

    /// <summary>What each member has to spend on the days of his receipts, not today: a receipt may come late.</summary>
    private async Task<Dictionary<Guid, PointsHeld>> PointsAsync(ILookup<Guid, DateOnly> days, CancellationToken cancel)
    {
        var usable = days.ToDictionary(d => d.Key, _ => new Dictionary<DateOnly, long>());
        foreach (var day in days.SelectMany(d => d, (d, on) => (Member: d.Key, On: on)).Distinct().GroupBy(d => d.On, d => d.Member))
            foreach (var (member, balance) in await ledger.ReadBalancesAsync([.. day], MembershipUnits.Points, day.Key, cancel))
                usable[member][day.Key] = balance.Usable;
        return usable.ToDictionary(u => u.Key, u => new PointsHeld(u.Value));
    }

    private async Task<Dictionary<Guid, DateOnly>> BirthdaysAsync(List<Member> members, CancellationToken cancel)
    {
        Guid[] people = [.. members.Where(m => m.PersonId is not null).Select(m => m.PersonId!.Value)];
        return (await rows.ReadAsync<Person, Guid>(p => p.Id, people, cancel))
            .Where(p => p.Birthday is not null)
            .ToDictionary(p => p.Id, p => p.Birthday!.Value);
    }
}
