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
    ILedger ledger)
{
    /// <summary>To record: locks the members until the transaction ends.</summary>
    /// <param name="receipts">Whose, and of which day of the brand, in the order in which they are to be judged.</param>
    public async Task<ReceiptDesk> OpenAsync(
        Brand brand, IReadOnlyCollection<(string Member, DateOnly Day)> receipts, CancellationToken cancel)
    {
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var ids = await lookup.FindAsync(brand.Id, [.. receipts.Select(r => r.Member).Distinct()], cancel);
        Guid[] distinct = [.. ids.Values.Distinct()];
        var members = await rows.LockAsync<Member, Guid>(m => m.Id, distinct, cancel);
        var days = receipts.Where(r => ids.ContainsKey(r.Member)).ToLookup(r => ids[r.Member], r => r.Day);
        var past = await pasts.OfAsync(LateOf(members, days), cancel);
        var birthdays = programmes.LookAtBirthdays ? await BirthdaysAsync(members, cancel) : [];
        var points = programmes.LookAtBalances ? await PointsAsync(days, cancel) : [];
        var atTill = members.Where(m => m.BrandId == brand.Id).ToDictionary(m => m.Id, m => new MemberAtTill(
            m,
            m.PersonId is { } person && birthdays.TryGetValue(person, out var born) ? born : null,
            points.GetValueOrDefault(m.Id),
            past.GetValueOrDefault(m.Id)));
        return new ReceiptDesk(
            brand,
            programmes,
            ids.Where(i => atTill.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => atTill[i.Value]));
    }

    /// <summary>To quote one receipt of this day: the member is read together with those that other tills ask for.</summary>
    public async Task<ReceiptDesk> OpenAsync(Brand brand, string identifier, DateOnly day, CancellationToken cancel)
    {
        var found = await atHand.FindAsync(brand.Id, identifier, cancel);
        var programmes = found?.Programmes ?? await shelf.OfAsync(db, brand.Id, cancel);
        if (found is null) return new ReceiptDesk(brand, programmes, new Dictionary<string, MemberAtTill>());
        var member = found.Member.Copy();
        var days = new[] { day }.ToLookup(_ => member.Id);
        var past = await pasts.OfAsync(LateOf([member], days), cancel);
        var points = programmes.LookAtBalances ? await PointsAsync(days, cancel) : [];
        var atTill = new MemberAtTill(
            member, found.Person?.Birthday, points.GetValueOrDefault(member.Id), past.GetValueOrDefault(member.Id));
        return new ReceiptDesk(brand, programmes, new Dictionary<string, MemberAtTill> { [identifier] = atTill });
    }

    private static Guid[] LateOf(List<Member> members, ILookup<Guid, DateOnly> days) =>
        [.. members.Where(m => MemberAtTill.NeedsPast(m, days[m.Id])).Select(m => m.Id)];

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
