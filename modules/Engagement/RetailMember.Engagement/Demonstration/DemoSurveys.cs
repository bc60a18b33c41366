using RetailMember.Engagement.Surveys;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Demonstration;

/// <summary>A survey that members have answered and one that is drafted.</summary>
/// <param name="today">In the brand's time zone.</param>
internal sealed class DemoSurveys(UseCaseEntry entry, CallContext call, DateOnly today)
{
    public const int Count = 2;

    private const string Satisfaction = "satisfaction";
    private const int Members = 32;

    private static readonly string[] Comments = ["店员很热情。", "希望多一些新品。", "排队有点久。", "积分兑换很方便。"];

    public async Task SowAsync(IReadOnlyList<MemberSummary> members, CancellationToken cancel)
    {
        await entry.RunAsync(new EditSurvey.Input(Satisfaction, Terms), call, cancel);
        await entry.RunAsync(new OpenSurvey.Input(Satisfaction), call, cancel);
        foreach (var (i, member) in members.TakeLast(Members).Index())
            await entry.RunAsync(
                new AnswerSurvey.Input { Survey = Satisfaction, Answers = [.. Answers(i)] },
                call with { Caller = Caller.Member(member.Id, member.MemberNo, call.RequiredBrand.Id) }, cancel);
        await entry.RunAsync(
            new EditSurvey.Input(
                "after-event",
                Terms with
                {
                    Name = new LocalName("讲座反馈", "About the talk"),
                    Audience = SurveyAudience.Attendants,
                    Event = DemoEvents.Past,
                    Anonymous = true,
                }),
            call, cancel);
    }

    /// <summary>Spread so that charts have something to show.</summary>
    private static IEnumerable<QuestionAnswer> Answers(int i)
    {
        yield return new QuestionAnswer(1, Score: 5 - (i % 7 == 0 ? 3 : i % 3));
        yield return new QuestionAnswer(2, Score: 10 - (i % 9 == 0 ? 6 : i % 4));
        yield return new QuestionAnswer(3, Picked: [1 + (i % 3)]);
        if (i % 2 == 0) yield return new QuestionAnswer(4, Picked: i % 4 == 0 ? [1, 3] : [2]);
        if (i % 8 == 1) yield return new QuestionAnswer(5, Comment: Comments[i / 8]);
    }

    private SurveyTerms Terms => new()
    {
        Name = new LocalName("会员满意度调查", "How satisfied are you?"),
        Intro = new LocalName("五个问题，大约一分钟。", "Five questions, about a minute."),
        From = today.AddDays(-7),
        To = today.AddDays(30),
        Points = 10,
        Questions =
        [
            new(QuestionKind.Stars, new LocalName("您对门店服务满意吗？", "How was the service?")) { Mandatory = true },
            new(QuestionKind.Score, new LocalName("您愿意把我们推荐给朋友吗？", "Would you recommend us?")) { Mandatory = true },
            new(QuestionKind.Single, new LocalName("您多久来一次？", "How often do you come?"))
            {
                Options = [new("每周", "Every week"), new("每月", "Every month"), new("偶尔", "Now and then")],
                Mandatory = true,
            },
            new(QuestionKind.Multiple, new LocalName("您喜欢哪些权益？", "Which benefits do you like?"))
            {
                Options = [new("积分兑换", "Rewards"), new("生日礼", "Birthday gifts"), new("会员活动", "Events")],
            },
            new(QuestionKind.Comment, new LocalName("还想对我们说什么？", "What else would you like to say?")),
        ],
    };
}
