using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Data;

/// <summary>People whose birthday and sex stand in the table from before these columns were sealed.</summary>
internal sealed class UnsealedPeople(MembershipDb db, PersonalData personal)
{
    private const int PeopleAtOnce = 1_000;

    private readonly PersonIndex index = new(personal);

    /// <summary>Seals them, some at a time; killed on the way, it goes on at the next start.</summary>
    public async Task SealAsync(CancellationToken cancel)
    {
        while (await NextAsync(cancel) is { Count: > 0 } people)
        {
            foreach (var person in people)
            {
                var row = db.Entry(person);
                row.Property(p => p.Sex).IsModified = true;
                if (person.Birthday is not { } born) continue;
                row.Property(p => p.Birthday).IsModified = true;
                person.BirthdayIndex = index.OfBirthday(born.Month, born.Day);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private Task<List<Person>> NextAsync(CancellationToken cancel) => db.People
        .FromSqlRaw(
            "SELECT * FROM membership_person WHERE sex NOT LIKE 'v%' OR (birthday IS NOT NULL AND birthday NOT LIKE 'v%')")
        .OrderBy(p => p.Id).Take(PeopleAtOnce).ToListAsync(cancel);
}
