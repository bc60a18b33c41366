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
        Guid[] ids = [.. members.Select(m => m.Id)];
        var code = season.ToString();
        // Who withdraws meanwhile waits, and then recalls the letter that he finds.
        await awards.HoldAsync(ids, cancel);
        var agreed = await db.HealthConsents.AsNoTracking()
            .Where(c => EF.Parameter(ids).Contains(c.MemberId) && c.WithdrawnAt == null).Select(c => c.MemberId).ToListAsync(cancel);
        var written = await letters.QueueAsync(
            new LetterOccasion(purpose, code, brand.UtcOf(season.Last.AddDays(1).ToDateTime(TimeOnly.MinValue))),
            [.. agreed.Select(member => new MemberLetter(member, new Dictionary<string, string>()))], cancel);
        await rows.InsertMissingAsync(
            [.. ids.Select(id => new HealthLetter { MemberId = id, Season = code, BrandId = brand.Id })], cancel);
        await db.HealthLetters
            .Where(l => l.Season == code && l.WrittenAt == null && EF.Parameter(agreed).Contains(l.MemberId))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.WrittenAt, call.At), cancel);
        return new Result(written, members.Count < input.Count ? null : members[^1].Id);
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Written, Guid? Last);
}
