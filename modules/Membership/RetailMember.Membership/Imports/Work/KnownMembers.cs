using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Fetches, for many rows at once, whom the chain and the brand know already.</summary>
internal sealed class KnownMembers(MembershipDb db, PersonIndex index, IRows rows)
{
    public async Task<Shelf> OfAsync(IReadOnlyList<MemberRow> given, CancellationToken cancel)
    {
        string[] numbers = [.. given.Select(r => CardNo.Normalise(r.MemberNo)).Distinct()];
        string[] mobiles = [.. given.Select(r => MobileIndex(r.Mobile)).OfType<string>().Distinct()];
        var people = await rows.LockAsync<Person, string>(p => p.MobileIndex!, mobiles, cancel);
        Guid[] ids = [.. people.Select(p => p.Id)];
        var members = await db.Members.AsNoTracking()
            .Where(m => numbers.Contains(m.NumberKey) || (m.PersonId != null && ids.Contains(m.PersonId.Value)))
            .ToListAsync(cancel);
        var bound = await db.Credentials.Where(c => numbers.Contains(c.Value)).Select(c => c.Value).ToHashSetAsync(cancel);
        return new Shelf(this, people, members, bound);
    }

    private string? MobileIndex(string? mobile) => Mobile.TryParse(mobile, out var number) ? index.OfMobile(number) : null;

    /// <summary>What is known, and what the rows add to it one after the other.</summary>
    internal sealed class Shelf(KnownMembers register, List<Person> people, List<Member> members, HashSet<string> cards)
    {
        private readonly Dictionary<string, Person> byMobile = people.ToDictionary(p => p.MobileIndex!);
        private readonly Dictionary<string, Member> byNumber = members.ToDictionary(m => m.NumberKey);
        private readonly Dictionary<Guid, Member> byPerson =
            members.Where(m => m.PersonId is not null).ToDictionary(m => m.PersonId!.Value);

        private readonly HashSet<Person> newPeople = [];
        private readonly HashSet<Person> changedPeople = [];

        public IReadOnlyCollection<Person> NewPeople => newPeople;

        public IReadOnlyCollection<Person> ChangedPeople => changedPeople;

        public List<Member> NewMembers { get; } = [];

        public List<Member> ChangedMembers { get; } = [];

        public Member? MemberOf(string number) => byNumber.GetValueOrDefault(CardNo.Normalise(number));

        /// <summary>A number or a person that is somebody else's, or a number that no new member may have.</summary>
        public RowFault? Clash(MemberRow row)
        {
            var person = register.MobileIndex(row.Mobile) is { } mobile ? byMobile.GetValueOrDefault(mobile) : null;
            var ofNumber = MemberOf(row.MemberNo);
            if (person is not null && byPerson.TryGetValue(person.Id, out var ofPerson) && ofPerson != ofNumber)
                return new RowFault("membership.already-member", Columns.Mobile, ("memberNo", ofPerson.MemberNo));
            if (ofNumber?.PersonId is { } owner && row.Mobile is not null && owner != person?.Id)
                return new RowFault("membership.member-no-taken", Columns.MemberNo, ("memberNo", row.MemberNo));
            if (ofNumber is null && MemberNumbers.FaultOf(row.MemberNo) is { } fault) return new RowFault(fault, Columns.MemberNo);
            return ofNumber is null && cards.Contains(CardNo.Normalise(row.MemberNo))
                ? new RowFault("membership.member-no-taken", Columns.MemberNo, ("memberNo", row.MemberNo))
                : null;
        }

        /// <summary>The person of the row: known by the mobile, or new; null where the row names nobody.</summary>
        public Person? PersonOf(MemberRow row, PersonRegister people, DateTime at)
        {
            if (row.Name is null && row.Mobile is null) return null;
            if (register.MobileIndex(row.Mobile) is { } mobile && byMobile.TryGetValue(mobile, out var person))
            {
                if (people.Complete(person, row) && !newPeople.Contains(person)) changedPeople.Add(person);
                return person;
            }

            // Whoever has a number and a name, but no mobile, is not made anew by a second import.
            if (row.Mobile is null && MemberOf(row.MemberNo)?.PersonId is not null) return null;
            person = people.Make(row, at);
            newPeople.Add(person);
            if (person.MobileIndex is { } own) byMobile.Add(own, person);
            return person;
        }

        public void Attach(Member member, Person person)
        {
            member.PersonId = person.Id;
            byPerson[person.Id] = member;
            ChangedMembers.Add(member);
        }

        public void Add(Member member)
        {
            byNumber.Add(member.NumberKey, member);
            if (member.PersonId is { } person) byPerson.Add(person, member);
            NewMembers.Add(member);
        }
    }
}
