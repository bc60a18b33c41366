using RetailMember.Brands;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using static System.FormattableString;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>Finds, page by page, the members for whom a day is an occasion.</summary>
internal sealed class DatedOccasions(IMemberFiles files, IMemberPoints points, JourneyGoals goals)
{
    /// <summary>AddMonths moves the 29th to 31st to the end of a shorter month: so many days may share one occasion.</summary>
    private const int MonthsDiffer = 3;

    private static readonly MemberSegment Everybody = new([]);

    /// <param name="terms">Of a journey with dates.</param>
    /// <param name="day">In the brand's time zone.</param>
    /// <param name="after">The last member of the page before; null starts with the first.</param>
    /// <param name="count">At most this many.</param>
    /// <param name="brand">Whose day it is.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<OccasionPage> FindAsync(
        JourneyTerms terms, DateOnly day, Guid? after, int count, Brand brand, CancellationToken cancel) => terms.Trigger switch
    {
        JourneyTrigger.Birthday => BirthdaysAsync(terms.Days!.Value, day, after, count, cancel),
        JourneyTrigger.Lapse => LapsesAsync(terms.Months!.Value, day, after, count, brand, cancel),
        JourneyTrigger.PointsExpiry => ExpiriesAsync(terms.Days!.Value, day, after, count, cancel),
        JourneyTrigger.Goal when day.Day == terms.DayOfMonth => GoalsAsync(day, after, count, cancel),
        JourneyTrigger.Calendar when terms.IsOnCalendar(day) => PageAsync(
            Everybody, after, count,
            m => new JourneyCause(m.Id, Invariant($"date:{day:yyyy-MM-dd}"), day, day), cancel),
        _ => Task.FromResult(OccasionPage.Nobody),
    };

    private Task<OccasionPage> BirthdaysAsync(int before, DateOnly day, Guid? after, int count, CancellationToken cancel)
    {
        var birthday = day.AddDays(before);
        return PageAsync(
            Everybody with { BirthdayOnOneOf = [birthday] }, after, count,
            m => new JourneyCause(m.Id, Invariant($"birthday:{birthday:yyyy}"), birthday, birthday)
            {
                LookedAtOn = day,
                Facts = new Dictionary<string, string>
                {
                    ["birthday"] = JourneyWords.Of(birthday), ["days"] = JourneyWords.Of(before),
                },
            },
            cancel);
    }

    private async Task<OccasionPage> LapsesAsync(
        int months, DateOnly day, Guid? after, int count, Brand brand, CancellationToken cancel)
    {
        var about = day.AddMonths(-months);
        var bought = Enumerable.Range(0, MonthsDiffer + 1).Select(about.AddDays).Where(d => d.AddMonths(months) == day).ToList();
        if (bought.Count == 0) return OccasionPage.Nobody;
        return await PageAsync(
            Everybody with { LastBoughtFrom = bought[0], LastBoughtTo = bought[^1] }, after, count,
            m =>
            {
                var last = brand.DateOf(m.LastPurchaseAt!.Value);
                return new JourneyCause(m.Id, Invariant($"lapse:{last:yyyy-MM-dd}"), day, day.AddMonths(1))
                {
                    Facts = new Dictionary<string, string>
                    {
                        ["lastPurchase"] = JourneyWords.Of(last), ["months"] = JourneyWords.Of(months),
                    },
                };
            },
            cancel);
    }

    private async Task<OccasionPage> ExpiriesAsync(int before, DateOnly day, Guid? after, int count, CancellationToken cancel)
    {
        var lastDay = day.AddDays(before);
        var lapsing = await points.WalkLapsingAsync(lastDay, after, count, cancel);
        return new OccasionPage(
            [
                .. lapsing.Select(l => new JourneyCause(l.Member, Invariant($"expiry:{lastDay:yyyy-MM-dd}"), lastDay, lastDay)
                {
                    Facts = new Dictionary<string, string>
                    {
                        ["expiring"] = JourneyWords.Of(l.Points), ["lastDay"] = JourneyWords.Of(lastDay),
                        ["days"] = JourneyWords.Of(before),
                    },
                }),
            ],
            lapsing.Count == count ? lapsing[^1].Member : null);
    }

    private async Task<OccasionPage> GoalsAsync(DateOnly day, Guid? after, int count, CancellationToken cancel)
    {
        var members = await files.WalkAsync(Everybody, after, count, cancel);
        Guid[] ids = [.. members.Select(m => m.Id)];
        var facts = await goals.FactsAsync(ids, day, cancel);
        var monthEnd = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        return new OccasionPage(
            [
                .. facts.Select(f => new JourneyCause(f.Key, Invariant($"goal:{day:yyyy-MM}"), day, monthEnd) { Facts = f.Value }),
            ],
            members.Count == count ? ids[^1] : null);
    }

    private async Task<OccasionPage> PageAsync(
        MemberSegment segment, Guid? after, int count, Func<MemberSummary, JourneyCause> occasion, CancellationToken cancel)
    {
        var members = await files.WalkAsync(segment, after, count, cancel);
        return new OccasionPage([.. members.Select(occasion)], members.Count == count ? members[^1].Id : null);
    }
}

/// <param name="Next">The member after whom the next page begins; null where this was the last one.</param>
internal sealed record OccasionPage(IReadOnlyList<JourneyCause> Causes, Guid? Next)
{
    public static readonly OccasionPage Nobody = new([], null);
}
