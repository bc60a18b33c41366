using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Health.Letters;

/// <summary>
/// Writes to some diamond members, in one transaction, and takes down who has not agreed that his health data is kept: who
/// agrees within the season is written to then.
/// </summary>
[Needs(PharmacyPermissions.RunJobs)]
internal sealed class WriteSomeHealthLetters(
    PharmacyDb db, IRows rows, ClubRules rules, IMemberFiles files, IMemberAwards awards, IMemberLetters letters,
    ISettings settings)
    : UseCase<WriteSomeHealthLetters.Input, WriteSomeHealthLetters.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var season = Season.Of(today);
        var purpose = SeasonLetters.PurposeOf(season.Name);
        if (!settings.YesNo(SeasonLetters.Switch, brand.Id) || !await letters.CanWriteAsync(purpose, cancel)) return new Result(0, null);
        var diamond = (await rules.OnAsync(today, cancel)).Rules.Diamond.Tier;
        var members = await files.WalkAsync(new MemberSegment([diamond]), input.After, input.Count, cancel);
        var code = season.ToString();
        Guid? last = members.Count < input.Count ? null : members[^1].Id;
        Guid[] ids = await UnwrittenAsync([.. members.Select(m => m.Id)], code, cancel);
        if (ids.Length == 0) return new Result(0, last);
        // Who withdraws meanwhile waits, and then recalls the letter that he finds.
        await awards.HoldAsync(ids, cancel);
        var agreed = await db.HealthConsents.AgreedAsync(ids, cancel);
        await rows.InsertMissingAsync(
            [.. ids.Select(id => new HealthLetter { MemberId = id, Season = code, BrandId = brand.Id })], cancel);
        var turns = await db.HealthLetters.AsNoTracking()
            .Where(l => l.Season == code && l.WrittenAt == null && EF.Parameter(agreed).Contains(l.MemberId))
            .Select(l => new { l.MemberId, l.Turn }).ToListAsync(cancel);
        var written = 0;
        foreach (var turn in turns.GroupBy(l => l.Turn, l => l.MemberId))
            written += await letters.QueueAsync(
                new LetterOccasion(
                    purpose, SeasonLetters.KeyOf(code, turn.Key), brand.UtcOf(season.Last.AddDays(1).ToDateTime(TimeOnly.MinValue))),
                [.. turn.Select(member => new MemberLetter(member, new Dictionary<string, string>()))], cancel);
        await db.HealthLetters
            .Where(l => l.Season == code && l.WrittenAt == null && EF.Parameter(agreed).Contains(l.MemberId))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.WrittenAt, call.At), cancel);
        return new Result(written, last);
    }

    /// <summary>Those whose letter of the season was not handed to marketing yet.</summary>
    private async Task<Guid[]> UnwrittenAsync(Guid[] members, string season, CancellationToken cancel)
    {
        var written = await db.HealthLetters.AsNoTracking()
            .Where(l => l.Season == season && l.WrittenAt != null && EF.Parameter(members).Contains(l.MemberId))
            .Select(l => l.MemberId).ToListAsync(cancel);
        return [.. members.Except(written)];
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Written, Guid? Last);
}
