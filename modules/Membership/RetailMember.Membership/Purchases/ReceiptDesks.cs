using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>Opens a desk for a batch of receipts: members, programmes and balances in a few round trips.</summary>
internal sealed class ReceiptDesks(
    MembershipDb db, IRows rows, MemberLookup lookup, ProgrammeShelf shelf, MemberPasts pasts, ILedger ledger,
    TimeProvider time)
{
    /// <param name="receipts">Whose, and of which day of the brand, in the order in which they are to be judged.</param>
    /// <param name="forWriting">Locks the members until the transaction ends.</param>
    public async Task<ReceiptDesk> OpenAsync(
        Brand brand, IReadOnlyCollection<(string Member, DateOnly Day)> receipts, bool forWriting, CancellationToken cancel)
    {
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var ids = await lookup.FindAsync(brand.Id, [.. receipts.Select(r => r.Member).Distinct()], cancel);
        Guid[] distinct = [.. ids.Values.Distinct()];
        var members = forWriting
            ? await rows.LockAsync<Member, Guid>(m => m.Id, distinct, cancel)
            : await rows.ReadAsync<Member, Guid>(m => m.Id, distinct, cancel);
        var past = await pasts.OfAsync(LateOf(members, receipts, ids), cancel);
        var birthdays = programmes.LookAtBirthdays ? await BirthdaysAsync(members, cancel) : [];
        var balances = programmes.LookAtBalances
            ? await ledger.ReadBalancesAsync(distinct, MembershipUnits.Points, time.Today(brand), cancel)
            : null;
        var atTill = members.Where(m => m.BrandId == brand.Id).ToDictionary(m => m.Id, m => new MemberAtTill(
            m,
            m.PersonId is { } person && birthdays.TryGetValue(person, out var born) ? born : null,
            balances?.GetValueOrDefault(m.Id)?.Usable ?? 0,
            past.GetValueOrDefault(m.Id)));
        return new ReceiptDesk(
            brand,
            programmes,
            ids.Where(i => atTill.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => atTill[i.Value]));
    }

    private static Guid[] LateOf(
        List<Member> members, IEnumerable<(string Member, DateOnly Day)> receipts, IReadOnlyDictionary<string, Guid> ids)
    {
        var days = receipts.Where(r => ids.ContainsKey(r.Member)).ToLookup(r => ids[r.Member], r => r.Day);
        return [.. members.Where(m => MemberAtTill.NeedsPast(m, days[m.Id])).Select(m => m.Id)];
    }

    private async Task<Dictionary<Guid, DateOnly>> BirthdaysAsync(List<Member> members, CancellationToken cancel)
    {
        Guid[] people = [.. members.Where(m => m.PersonId is not null).Select(m => m.PersonId!.Value)];
        return (await rows.ReadAsync<Person, Guid>(p => p.Id, people, cancel))
            .Where(p => p.Birthday is not null)
            .ToDictionary(p => p.Id, p => p.Birthday!.Value);
    }
}
