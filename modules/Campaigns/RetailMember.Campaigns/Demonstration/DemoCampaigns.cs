using RetailMember.Campaigns.Rules;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Campaigns.Demonstration;

/// <summary>The campaigns of the demonstration's brands, as data.</summary>
internal static class DemoCampaigns
{
    public const string SharePoster = "share-poster";
    public const string Notes = "notes";
    public const string EarlyBirds = "early-birds";

    /// <summary>Those of every brand, from a day on.</summary>
    /// <param name="day">In the brand's time zone.</param>
    /// <param name="tier">The tier that a sprint raises to; null where members reach tiers by what they buy alone.</param>
    public static IEnumerable<(string Code, CampaignTerms Terms)> From(DateOnly day, string? tier) =>
    [
        (SharePoster, Of(CampaignKind.Behaviour, "分享海报到朋友圈", "Share a poster", day, new Prize { Points = 50 }) with
        {
            Behaviour = SharePoster,
            BudgetPoints = 5_000,
            Examples =
            [
                new("分享一次", new CampaignCase { On = day }, new ExampleResult(true, 50)),
                new("同一天再分享", new CampaignCase { On = day, AwardedOn = [day] }, new ExampleResult(false)),
            ],
        }),
        (EarlyBirds, Of(CampaignKind.Behaviour, "店庆早鸟签到", "Early birds", day, new Prize { Points = 20 }) with
        {
            Behaviour = EarlyBirds,
            BudgetAwards = 10,
            Examples = [new("签到", new CampaignCase { On = day }, new ExampleResult(true, 20))],
        }),
        (Notes, Of(CampaignKind.Content, "优质内容创作者", "Notes worth reading", day, new Prize { Points = 200 }) with
        {
            BudgetPoints = 3_000,
            Examples = [new("一篇笔记", new CampaignCase { On = day }, new ExampleResult(true, 200))],
        }),
        ("sprint", Of(CampaignKind.Sprint, "等级冲刺赛", "Level sprint", day, new Prize { Points = 100, TierCode = tier }) with
        {
            Purchases = 3,
            Span = SprintSpan.CalendarQuarter,
            BudgetPoints = 20_000,
            Examples =
            [
                new(
                    "季度内三次消费", new CampaignCase { On = day, BoughtOn = [day, day, day] },
                    new ExampleResult(true, 100, 0, tier)),
                new("两次不够", new CampaignCase { On = day, BoughtOn = [day, day] }, new ExampleResult(false)),
            ],
        }),
        ("bring-a-friend", Of(CampaignKind.Referral, "推荐好友", "Bring a friend", day, new Prize { Points = 50 }) with
        {
            FriendPrize = new Prize { Points = 50 },
            Trigger = ReferralTrigger.OnFirstPurchase,
            Rate = 0.05m,
            MostPerMonth = 20,
            Examples =
            [
                new("好友首单 200 元", new CampaignCase { On = day, Paid = Money.FromYuan(200m) }, new ExampleResult(true, 60, 50)),
                new("好友还没有消费", new CampaignCase { On = day }, new ExampleResult(false)),
            ],
        }),
    ];

    private static CampaignTerms Of(CampaignKind kind, string zh, string en, DateOnly day, Prize prize) => new()
    {
        Name = new LocalName(zh, en), Kind = kind, From = day, Prize = prize,
    };
}
