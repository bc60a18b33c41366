using RetailMember.Apparel.Data;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Reminders;

/// <summary>
/// Tells some of the members whose tier has that service that a new season has come, while their card is valid: each once a
/// season, also who gets the tier within the days on which it is told.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RemindOfSeason(
    ApparelRules rules, IMemberFiles files, IMemberCards cards, IBrandDirectory brands, ReminderDesk desk)
    : UseCase<RemindOfSeason.Input, RemindOfSeason.Result>
{
    private static readonly IReadOnlyDictionary<string, string> AsWritten = new Dictionary<string, string>();

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        if ((await rules.NowAsync(cancel)).SeasonOn(input.On) is not { } season
            || !await desk.IsReadyAsync(ReminderKind.Season, cancel)) return new Result(0, null);
        var members = await files.WalkAsync(new MemberSegment(season.Tiers), input.After, input.Count, cancel);
        var ended = await cards.EndedAsync([.. members.Select(m => m.Id)], call.At, cancel);
        var sent = await desk.SendAsync(
            ReminderKind.Season, season.First, season.Last,
            [
                .. from member in members
                   where !ended.Contains(member.Id) && brands.IsOn(ApparelModule.ModuleName, brand.Id, member.StoreId)
                   select new Reminder(
                       new SentReminder
                       {
                           MemberId = member.Id, Kind = ReminderKind.Season, Occasion = season.First, On = input.On, BrandId = brand.Id,
                       },
                       AsWritten),
            ],
            brand, cancel);
        return new Result(sent, members.Count < input.Count ? null : members[^1].Id);
    }

    internal sealed record Input(DateOnly On, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Sent, Guid? Last);
}
