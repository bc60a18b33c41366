using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>
/// The running journeys that have decided nothing on a member, nor on who was merged into him. Those for sensitive segments, whose
/// decisions nobody reads, are not listed: not even that one has none may be told.
/// </summary>
[Needs(JourneyRights.View)]
internal sealed class FindSilentJourneys(
    MarketingDb db, SensitiveJourneys sensitive, IMemberFiles files, IMergedMembers merged)
    : Query<FindSilentJourneys.Input, FindSilentJourneys.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var hidden = await sensitive.KeysAsync(cancel);
        var his = await merged.FilesOfAsync((await files.OneAsync(input.Member, cancel)).Id, cancel);
        var found = await (
            from journey in db.Journeys.AsNoTracking()
            where journey.State == JourneyState.Running && !EF.Parameter(hidden).Contains(journey.Id)
                && !db.JourneyDecisions.Any(d => d.JourneyId == journey.Id && EF.Parameter(his).Contains(d.MemberId))
            join version in db.JourneyVersions.AsNoTracking() on journey.Id equals version.JourneyId
            where version.From != null
                && !db.JourneyVersions.Any(v => v.JourneyId == journey.Id && v.From != null && v.Number > version.Number)
            orderby journey.Code
            select new { journey.Code, Version = version }).ToListAsync(cancel);
        return new Result(found.ConvertAll(f => new Row(f.Code, JourneyTerms.Of(f.Version))));
    }

    /// <param name="Member">Member number, card or mobile.</param>
    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Journeys);

    /// <param name="Journey">Its code.</param>
    /// <param name="Terms">Of the newest version that was put in force.</param>
    internal sealed record Row(string Journey, JourneyTerms Terms);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty();
    }
}
