using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.Restaurant.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Diners;

/// <summary>Guests who have not been seen for the months that the house rules say, those who slept longest first.</summary>
[Needs(RestaurantRights.ViewDiners)]
internal sealed class FindSleepers(RestaurantDb db, HouseRuleBook book, IMemberFiles files)
    : Query<FindSleepers.Input, PageOf<FindSleepers.Sleeper>>
{
    protected override async Task<PageOf<Sleeper>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var asleep = db.Guests.AsleepOn(today, await book.AtAsync(call.At, cancel));
        if (Cursor.Read<Place>(input.After) is { } place)
            asleep = asleep.Where(g => g.LastSeenOn > place.On || (g.LastSeenOn == place.On && g.MemberId > place.Member));
        var rows = await asleep.OrderBy(g => g.LastSeenOn).ThenBy(g => g.MemberId).Take(input.Size + 1).ToListAsync(cancel);
        var known = await files.ReadAsync([.. rows.Select(g => g.MemberId)], cancel);
        return PageOf<Sleeper>.Of(rows, input.Size, g => new Place(g.LastSeenOn, g.MemberId), guest => new Sleeper(
            known.GetValueOrDefault(guest.MemberId)?.MemberNo ?? "", guest.LastSeenOn,
            today.DayNumber - guest.LastSeenOn.DayNumber));
    }

    private sealed record Place(DateOnly On, Guid Member);

    internal sealed record Input(string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Sleeper>>;

    /// <param name="LastSeenOn">Business date.</param>
    internal sealed record Sleeper(string MemberNo, DateOnly LastSeenOn, int DaysAsleep);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

/// <summary>Who sleeps.</summary>
internal static class Asleep
{
    /// <summary>
    /// The last day of being seen that makes a sleeper: half a year from the fifteenth of March is over on the fifteenth of
    /// September.
    /// </summary>
    public static DateOnly AsleepUntil(this HouseRules rules, DateOnly today) => today.AddMonths(-rules.SleepingMonths);

    public static IQueryable<Guest> AsleepOn(this DbSet<Guest> guests, DateOnly today, HouseRules rules)
    {
        var until = rules.AsleepUntil(today);
        return guests.AsNoTracking().Where(g => g.LastSeenOn <= until);
    }
}
