using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.Surveys;
using RetailMember.Testing;
using RetailMember.UseCases;
using static RetailMember.Engagement.Tests.Club;

namespace RetailMember.Engagement.Tests;

public sealed class SurveyTestsOnSqlite(SqliteHost fixture) : SurveyTests(fixture), IClassFixture<SqliteHost>;

public sealed class SurveyTestsOnPostgres(PostgresHost fixture) : SurveyTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Who may answer, how often, and what is made of it.</summary>
[Trait("Req", "OPS-12")]
public abstract class SurveyTests(HostFixture fixture)
{
    private static readonly QuestionAnswer[] Whole = [new(1, Score: 4), new(2, Score: 9), new(3, Picked: [2])];

    [Fact]
    public async Task Twenty_answers_of_one_member_count_once_and_give_points_once()
    {
        var club = await OpenAsync(fixture);
        var (survey, member) = (await SurveyAsync(club, t => t with { Points = 15 }), await club.MemberAsync());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => club.TryAsAsync(member, Answering(survey, Whole))));

        answers.Count(a => a.Accepted).ShouldBe(1);
        answers.Where(a => !a.Accepted).Select(a => a.Refusal!.Code).Distinct().ShouldBe(["engagement.answered-already"]);
        (await club.PointsAsync(member)).ShouldBe(15);
        (await club.RunAsync(new ReadSurvey.Input(survey))).Responses.ShouldBe(1);
        (await club.TryAsAsync(member, new FindOwnSurveys.Input())).Value.Items.ShouldNotContain(s => s.Survey == survey);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Results_are_counted_whole()
    {
        var club = await OpenAsync(fixture);
        var survey = await SurveyAsync(club);
        (int Stars, int Score, int[] Picked, string? Comment)[] given =
        [
            (5, 10, [1, 2], "很好"), (4, 9, [2], null), (4, 8, [2], null), (2, 3, [1], "排队 <b>久</b>"),
        ];
        foreach (var (stars, score, picked, comment) in given)
            (await club.TryAsAsync(await club.MemberAsync(), Answering(survey,
            [
                new(1, Score: stars), new(2, Score: score), new(3, Picked: [picked[0]]), new(4, Picked: picked),
                .. comment is null ? (QuestionAnswer[])[] : [new(5, Comment: comment)],
            ]))).Refusal.ShouldBeNull();

        var results = (await club.RunAsync(new ReadResults.Input(survey))).Results;

        (results[0].ScoreSum, results[0].Responses, results[0].Average).ShouldBe((15, 4, 3.75m));
        results[1].NetPromoterScore.ShouldBe(25);
        results[1].Counts.Count.ShouldBe(11);
        results[2].Counts.Select(c => c.Count).ShouldBe([2, 2]);
        results[3].Counts.Select(c => c.Count).ShouldBe([2, 3]);
        results[4].Comments.ShouldBe(["很好", "排队 <b>久</b>"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_does_not_answer_the_questions_is_refused_by_its_number()
    {
        var club = await OpenAsync(fixture);
        var (survey, member) = (await SurveyAsync(club), await club.MemberAsync());
        (QuestionAnswer[] Answers, string Code)[] rubbish =
        [
            ([Whole[0], Whole[1]], "engagement.answer-missing"),
            ([Whole[0] with { Score = 6 }, Whole[1], Whole[2]], "engagement.answer-malformed"),
            ([Whole[0], Whole[1] with { Score = -1 }, Whole[2]], "engagement.answer-malformed"),
            ([Whole[0], Whole[1], Whole[2] with { Picked = [1, 2] }], "engagement.answer-malformed"),
            ([Whole[0], Whole[1], Whole[2] with { Picked = [3] }], "engagement.answer-malformed"),
            ([.. Whole, new(4, Picked: [1, 1])], "engagement.answer-malformed"),
            ([.. Whole, new(5, Comment: "  ")], "engagement.answer-malformed"),
            ([.. Whole, new(5, Comment: new string('长', QuestionAnswer.CommentLength + 1))], "engagement.answer-malformed"),
            ([.. Whole, Whole[0]], "engagement.question-unknown"),
            ([.. Whole, new(6, Score: 1)], "engagement.question-unknown"),
            ([], "field.not-empty"),
        ];

        foreach (var (answers, code) in rubbish)
            CodeOf((await club.TryAsAsync(member, Answering(survey, answers))).Refusal!).ShouldBe(code);
        (await club.TryAsAsync(member, Answering(survey, Whole))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_answered_on_its_days_by_whom_it_is_for()
    {
        var club = await OpenAsync(fixture);
        var (buyer, guest) = (await club.MemberAsync(), await club.MemberAsync());
        await club.PostAsync("membership/purchases", new { receiptNo = Key(), storeCode = "s1", member = buyer, amount = 10 });
        var happening = await club.EventAsync(5);
        await club.RunAsync(Join(happening, guest));
        await club.RunAsync(Seen(happening, guest));
        var buyers = await SurveyAsync(club, t => t with { Audience = SurveyAudience.Buyers, BoughtWithinDays = 1 });
        var guests = await SurveyAsync(club, t => t with { Audience = SurveyAudience.Attendants, Event = happening });
        var over = await SurveyAsync(club, t => t with { From = t.From.AddDays(-9), To = t.From.AddDays(-1) });

        (await OwnAsync(club, buyer)).ShouldBe([buyers]);
        (await OwnAsync(club, guest)).ShouldBe([guests]);
        (await club.TryAsAsync(guest, Answering(buyers, Whole))).Refusal!.Code.ShouldBe("engagement.survey-not-open");
        (await club.TryAsAsync(guest, Answering(over, Whole))).Refusal!.Code.ShouldBe("engagement.survey-not-open");
        await club.RunAsync(new CloseSurvey.Input(guests));
        (await club.TryAsAsync(guest, Answering(guests, Whole))).Refusal!.Code.ShouldBe("engagement.survey-not-open");
        (await club.RefusalAsync(Answering(buyers, Whole))).ShouldBe("member.only");
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Nothing_leads_from_a_member_to_his_answers_of_an_anonymous_survey()
    {
        var club = await OpenAsync(fixture);
        var (hidden, open) = (await SurveyAsync(club, t => t with { Anonymous = true }), await SurveyAsync(club));
        var member = await club.MemberAsync();
        foreach (var survey in (string[])[hidden, open])
            await club.TryAsAsync(member, Answering(survey, [.. Whole, new(5, Comment: "my own words")]));

        var links = await fixture.Host.InBrandAsync(club.Brand, scope => scope.GetRequiredService<EngagementDb>().SurveyEntries
            .Join(scope.GetRequiredService<EngagementDb>().Surveys, e => e.SurveyId, s => s.Id, (e, s) => new { s.Code, e.AnswerId })
            .ToDictionaryAsync(e => e.Code, e => e.AnswerId));

        (links[hidden], links[open] is null).ShouldBe((null, false));
        (await club.GetAsync("platform/audit?size=100")).GetRawText().ShouldNotContain("my own words");
    }

    [Fact]
    public async Task Only_a_draft_is_edited_and_rubbish_is_refused_by_name()
    {
        var club = await OpenAsync(fixture);
        var survey = await SurveyAsync(club);

        (await club.RefusalAsync(new EditSurvey.Input(survey, Terms(club)))).ShouldBe("engagement.survey-state");
        (await club.RefusalAsync(new OpenSurvey.Input(survey))).ShouldBe("engagement.survey-state");
        (await club.RefusalAsync(new OpenSurvey.Input("nothing"))).ShouldBe("engagement.survey-not-found");
        (await club.RefusalAsync(new EditSurvey.Input("x", Terms(club) with { Questions = [] }))).ShouldBe("field.not-empty");
        (await club.RefusalAsync(new EditSurvey.Input("x", Terms(club) with { To = Terms(club).From.AddDays(-1) })))
            .ShouldBe("field.greater-than-or-equal");
        (await club.RefusalAsync(new EditSurvey.Input("x", Terms(club) with { Audience = SurveyAudience.Buyers })))
            .ShouldBe("field.not-null");
        (await club.RefusalAsync(new EditSurvey.Input(
            "x", Terms(club) with { Questions = [new(QuestionKind.Single, new LocalName("问", "Ask"))] })))
            .ShouldBe("field.inclusive-between");
        (await club.RefusalAsync(new EditSurvey.Input(
            "x", Terms(club) with { Audience = SurveyAudience.Attendants, Event = "nothing" })))
            .ShouldBe("engagement.event-not-found");
    }

    [Fact]
    public async Task The_list_is_saved_as_a_file_of_the_state_that_was_chosen()
    {
        var club = await OpenAsync(fixture);
        var open = await SurveyAsync(club, t => t with { Points = 15 });
        await club.RunAsync(new EditSurvey.Input("drafted", Terms(club)));
        var office = await fixture.Host.Staff.BrowserAsync("operations-director", club.Brand);
        var list = $"/brands/{club.Brand.Code}/engagement/surveys";

        (await office.OpenAsync(list)).ShouldContain(list + "/export.xlsx");
        (await office.OpenAsync(list + "/export.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        var drafts = await office.OpenAsync(list + "/export.csv?state=draft");

        drafts.ShouldContain("drafted,");
        drafts.ShouldNotContain(open);
    }

    private static AnswerSurvey.Input Answering(string survey, IReadOnlyList<QuestionAnswer> answers) =>
        new() { Survey = survey, Answers = answers };

    private static async Task<string[]> OwnAsync(Club club, string member) =>
        [.. (await club.TryAsAsync(member, new FindOwnSurveys.Input())).Value.Items.Select(s => s.Survey)];

    private async Task<string> SurveyAsync(Club club, Func<SurveyTerms, SurveyTerms>? with = null)
    {
        var code = "q" + Key()[^12..];
        await club.RunAsync(new EditSurvey.Input(code, with?.Invoke(Terms(club)) ?? Terms(club)));
        await club.RunAsync(new OpenSurvey.Input(code));
        return code;
    }

    private SurveyTerms Terms(Club club)
    {
        var today = club.Brand.DateOf(fixture.Host.Time.GetUtcNow().UtcDateTime);
        LocalName[] options = [new("甲", "A"), new("乙", "B")];
        return new SurveyTerms
        {
            Name = new LocalName("满意度", "Satisfaction"),
            Intro = new LocalName("说明", "Intro"),
            From = today,
            To = today.AddDays(7),
            Questions =
            [
                new(QuestionKind.Stars, new LocalName("服务", "Service")) { Mandatory = true },
                new(QuestionKind.Score, new LocalName("推荐", "Recommend")) { Mandatory = true },
                new(QuestionKind.Single, new LocalName("单选", "One")) { Options = options, Mandatory = true },
                new(QuestionKind.Multiple, new LocalName("多选", "Any")) { Options = options },
                new(QuestionKind.Comment, new LocalName("其他", "Else")),
            ],
        };
    }
}
