using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>The people of the chain: one mobile is one person, whatever brands he is a member of.</summary>
internal sealed class PersonRegister(MembershipDb db, IRows rows, PersonIndex index)
{
    /// <summary>The person of this mobile, or a new one; what is known of him already is kept, not overwritten.</summary>
    /// <returns>Null where the form names nobody.</returns>
    public async Task<Person?> FindOrAddAsync(MemberDetails details, DateTime at, CancellationToken cancel)
    {
        if (details.Name is null && details.Mobile is null) return null;
        var mobile = ParsedMobile(details);
        if (mobile is { } known && await FindAsync(known, cancel) is { } found)
        {
            var locked = await LockAsync(found.Id, cancel);
            Complete(locked, details);
            return locked;
        }

        var person = Make(details, at);
        db.People.Add(person);
        return person;
    }

    /// <summary>A person whom nobody knew before; the caller writes him.</summary>
    public Person Make(MemberDetails details, DateTime at)
    {
        var person = new Person { Id = Guid.CreateVersion7(), CreatedAt = at };
        if (ParsedMobile(details) is { } own) SetMobile(person, own);
        Complete(person, details);
        return person;
    }

    /// <summary>Adds what was not known; false where the details say nothing new.</summary>
    public bool Complete(Person person, MemberDetails details)
    {
        var before = (person.Name, person.Birthday, person.Sex);
        if (person.Name is null && details.Name is not null) SetName(person, details.Name);
        if (person.Birthday is null && details.Birthday is { } born) SetBirthday(person, born);
        if (person.Sex == Sex.Unknown && details.Sex is { } sex) SetSex(person, sex);
        return before != (person.Name, person.Birthday, person.Sex);
    }

    /// <summary>
    /// Puts right what is known of a person. Refuses <c>membership.mobile-taken</c> where the mobile is another's who was not
    /// merged into him, and <c>membership.birthday-fixed</c> at the second correction of a birthday.
    /// </summary>
    public async Task ChangeAsync(Guid id, MemberDetails details, CancellationToken cancel)
    {
        var person = await LockAsync(id, cancel);
        if (ParsedMobile(details) is { } mobile && index.OfMobile(mobile) != person.MobileIndex)
        {
            if (await FindAsync(mobile, cancel) is { } other) await LendAsync(other.Id, id, cancel);
            SetMobile(person, mobile);
        }

        if (details.Name is not null) SetName(person, details.Name);
        if (details.Sex is { } sex) SetSex(person, sex);
        if (details.Birthday is { } birthday && birthday != person.Birthday) CorrectBirthday(person, birthday);
    }

    /// <summary>
    /// Once a merge is undone: the duplicate has his mobile again that the survivor took over meanwhile, who tells his own anew.
    /// </summary>
    public async Task HandBackMobileAsync(Guid? survivor, Guid? duplicate, CancellationToken cancel)
    {
        if (survivor is null || duplicate is null || survivor == duplicate) return;
        var people = await rows.LockAsync<Person, Guid>(p => p.Id, [survivor.Value, duplicate.Value], cancel);
        var (holder, owner) = (people.Single(p => p.Id == survivor), people.Single(p => p.Id == duplicate));
        if (owner.MobileIndex is not null || !Mobile.TryParse(owner.Mobile, out var mobile)) return;
        var code = index.OfMobile(mobile);
        if (holder.MobileIndex == code)
        {
            (holder.Mobile, holder.MobileIndex) = (null, null);
            await rows.UpdateAsync([holder], [nameof(Person.Mobile), nameof(Person.MobileIndex)], cancel);
        }
        else if (await FindAsync(mobile, cancel) is not null) return;

        owner.MobileIndex = code;
        await rows.UpdateAsync([owner], [nameof(Person.MobileIndex)], cancel);
    }

    /// <summary>To be read, not to be changed.</summary>
    public Task<Person?> FindAsync(Mobile mobile, CancellationToken cancel)
    {
        var code = index.OfMobile(mobile);
        return db.People.AsNoTracking().SingleOrDefaultAsync(p => p.MobileIndex == code, cancel);
    }

    /// <summary>
    /// Frees a mobile for a person into whose members all of its owner's were merged. The owner keeps it without its index:
    /// nobody is found by it, and it is his again once a merge is undone.
    /// </summary>
    private async Task LendAsync(Guid owner, Guid to, CancellationToken cancel)
    {
        var members = await rows.ReadAsync<Member, Guid?>(m => m.PersonId, [owner, to], cancel);
        var own = members.Where(m => m.PersonId == to).Select(m => (Guid?)m.Id).ToHashSet();
        var others = members.Where(m => m.PersonId == owner).ToList();
        if (others.Count == 0 || others.Exists(m => !own.Contains(m.MergedIntoId)))
            throw new Refusal("membership.mobile-taken", RefusalKind.Conflict);
        var person = (await rows.LockAsync<Person, Guid>(p => p.Id, [owner], cancel)).Single();
        person.MobileIndex = null;
        await rows.UpdateAsync([person], [nameof(Person.MobileIndex)], cancel);
    }

    /// <summary>
    /// As he stands once nobody else changes him, until the transaction ends: of corrections at one moment each sees
    /// those before it.
    /// </summary>
    private async Task<Person> LockAsync(Guid id, CancellationToken cancel)
    {
        await rows.LockAsync<Person, Guid>(p => p.Id, [id], cancel);
        return await db.People.SingleAsync(p => p.Id == id, cancel);
    }

    private static Mobile? ParsedMobile(MemberDetails details) =>
        Mobile.TryParse(details.Mobile, out var mobile) ? mobile : null;

    private void CorrectBirthday(Person person, DateOnly birthday)
    {
        if (person.BirthdayCorrected) throw new Refusal("membership.birthday-fixed", RefusalKind.Conflict);
        person.BirthdayCorrected = person.Birthday is not null;
        SetBirthday(person, birthday);
    }

    private void SetBirthday(Person person, DateOnly birthday)
    {
        person.Birthday = birthday;
        person.BirthdayIndex = index.OfBirthday(birthday.Month, birthday.Day);
        person.BirthYearIndex = index.OfBirthYear(birthday.Year);
    }

    private void SetSex(Person person, Sex sex)
    {
        person.Sex = sex;
        person.SexIndex = index.OfSex(sex);
    }

    private void SetName(Person person, string name)
    {
        person.Name = name.Trim();
        person.NameIndex = index.OfName(name);
    }

    private void SetMobile(Person person, Mobile mobile)
    {
        person.Mobile = mobile.Number;
        person.MobileIndex = index.OfMobile(mobile);
    }
}
