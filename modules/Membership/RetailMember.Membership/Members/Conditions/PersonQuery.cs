using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using Kinds = RetailMember.Membership.Members.Conditions.ConditionKinds;

namespace RetailMember.Membership.Members.Conditions;

/// <summary>Finds people by what is sealed of them, by blind indexes alone: nothing is opened.</summary>
internal sealed class PersonQuery(PersonIndex index)
{
    public const int OldestAge = 150;

    private const int LeapYear = 2000;

    /// <summary>Null where the condition is not about the person.</summary>
    public IQueryable<Person>? Narrow(IQueryable<Person> people, MemberCondition condition, DateOnly today) =>
        condition.Kind switch
        {
            Kinds.Sex => OfSex(people, condition.All(Kinds.OneOf)),
            Kinds.Age => Aged(people, (int?)condition.Number(Kinds.AtLeast), (int?)condition.Number(Kinds.AtMost), today),
            Kinds.Birthday => BornOn(people, Coming(today, (int)condition.Number(Kinds.Days)!)),
            Kinds.BirthMonth => BornOn(people, condition.All(Kinds.OneOf).SelectMany(DaysOfMonth)),
            _ => null,
        };

    private IQueryable<Person> OfSex(IQueryable<Person> people, IReadOnlyList<string> oneOf)
    {
        string[] indexes = [.. Enum.GetValues<Sex>().Where(s => oneOf.Contains(EnumCode.Of(s))).Select(index.OfSex).OfType<string>()];
        return people.Where(p => EF.Parameter(indexes).Contains(p.SexIndex));
    }

    private IQueryable<Person> BornOn(IQueryable<Person> people, IEnumerable<(int Month, int Day)> days)
    {
        string[] indexes = [.. days.Distinct().Select(d => index.OfBirthday(d.Month, d.Day))];
        return people.Where(p => EF.Parameter(indexes).Contains(p.BirthdayIndex));
    }

    /// <summary>
    /// Years of birth of which every day will do by their own index; of the two years at the ends those days that do.
    /// </summary>
    private IQueryable<Person> Aged(IQueryable<Person> people, int? atLeast, int? atMost, DateOnly today)
    {
        if (atLeast > atMost) return people.Where(_ => false);
        var (youngest, oldest) = (today.Year - (atLeast ?? 0), today.Year - (atMost ?? OldestAge) - 1);
        string[] whole = [.. Enumerable.Range(oldest + 1, Math.Max(0, youngest - oldest - 1)).Select(index.OfBirthYear)];
        var (lastYear, firstYear) = (index.OfBirthYear(youngest), index.OfBirthYear(oldest));
        string[] lastDays = [.. Of(youngest, born => born.AddYears(today.Year - youngest) <= today)];
        string[] firstDays = [.. Of(oldest, born => born.AddYears(today.Year - oldest) > today)];
        return people.Where(p =>
            EF.Parameter(whole).Contains(p.BirthYearIndex)
            || (p.BirthYearIndex == lastYear && EF.Parameter(lastDays).Contains(p.BirthdayIndex))
            || (p.BirthYearIndex == firstYear && EF.Parameter(firstDays).Contains(p.BirthdayIndex)));
    }

    private IEnumerable<string> Of(int year, Func<DateOnly, bool> isMeant) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).Where(isMeant)
            .Select(d => index.OfBirthday(d.Month, d.Day));

    private static IEnumerable<(int Month, int Day)> Coming(DateOnly today, int days) =>
        Enumerable.Range(0, days).Select(today.AddDays).SelectMany(Birthday.BornFor);

    private static IEnumerable<(int Month, int Day)> DaysOfMonth(string number)
    {
        var month = int.Parse(number, CultureInfo.InvariantCulture);
        return Enumerable.Range(1, DateTime.DaysInMonth(LeapYear, month)).Select(day => (month, day));
    }
}
