using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>The surveys that a member may answer today and has not answered, those that end first before.</summary>
[OwnMember]
internal sealed class FindOwnSurveys(EngagementDb db, SurveyShelf shelf, IMemberFiles files)
    : Query<FindOwnSurveys.Input, FindOwnSurveys.Result>
{
    private const int Most = 50;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var me = call.Caller.Id!.Value;
        var member = (await files.ReadAsync([me], cancel))[me];
        var today = call.RequiredBrand.DateOf(call.At);
        var rows = await db.Surveys.AsNoTracking()
            .Where(s => s.State == SurveyState.Open && (input.Survey == null || s.Code == input.Survey)
                && !db.SurveyEntries.Any(e => e.SurveyId == s.Id && e.MemberId == me))
            .OrderByDescending(s => s.Id).Take(Most).ToListAsync(cancel);
        var found = new List<OwnSurvey>();
        foreach (var survey in rows)
        {
            var terms = SurveyShelf.TermsOf(survey);
            if (SurveyShelf.IsOpen(survey, terms, today) && await shelf.IsForAsync(terms, member, call, cancel))
                found.Add(new OwnSurvey(
                    survey.Code, terms.Name, terms.Intro, terms.To, terms.Anonymous, terms.Points, terms.Questions));
        }

        return new Result([.. found.OrderBy(s => s.To)]);
    }

    /// <param name="Survey">Code of one survey; left out: all.</param>
    internal sealed record Input(string? Survey = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<OwnSurvey> Items);
}

/// <summary>A survey as a member sees it.</summary>
/// <param name="Survey">Its code.</param>
/// <param name="To">Last day.</param>
/// <param name="Anonymous">Nobody will be able to tell what he answered.</param>
/// <param name="Points">For answering.</param>
internal sealed record OwnSurvey(
    string Survey,
    LocalName Name,
    LocalName Intro,
    DateOnly To,
    bool Anonymous,
    long Points,
    IReadOnlyList<SurveyQuestion> Questions);
