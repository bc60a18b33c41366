using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Values;

namespace RetailMember.Redemption.Demonstration;

/// <summary>What the demonstration's brands give for points, and their vouchers, as data.</summary>
/// <param name="Brand">Its code.</param>
/// <param name="Vouchers">Each by its code; the first one goes to every member.</param>
/// <param name="Rewards">Each by its code; the first service is one that places are booked for.</param>
internal sealed record DemoShelf(
    string Brand, IReadOnlyList<(string Code, VoucherTerms Terms)> Vouchers, IReadOnlyList<(string Code, RewardTerms Terms)> Rewards)
{
    public static readonly IReadOnlyList<DemoShelf> All =
    [
        new("pharmacy",
            [
                ("welcome-10", Worth(10, "新客无门槛券", "Welcome voucher") with { MostPerMember = 1 }),
                ("refill-30", Worth(30, "满200减30", "30 off 200") with { MinimumSpend = Yuan(200), PartialUse = true, Transferable = true }),
                ("care-85", Rate(0.85m, "保健品85折", "15% off supplements") with { Cap = Yuan(50), Categories = ["保健品"], Stackable = true }),
                ("tonight-5", Worth(5, "今日限时券", "Today only") with { Validity = new Validity { Days = 1 } }),
            ],
            [
                ("pill-box", Goods(120, "七日药盒", "Pill box") with
                {
                    Article = "pill-box-7", Stock = StockKind.Shared, Limits = [new(LimitPeriod.Month, 2)],
                }),
                ("thermometer", Goods(480, "电子体温计", "Thermometer") with
                {
                    Article = "thermometer-1",
                    Stock = StockKind.PerStore,
                    Prices = [new ConditionalPrice { Code = "gold-card", Points = 380, Tiers = ["gold", "diamond"] }],
                }),
                ("glucose-test", Service(60, "免费血糖检测", "Glucose test", uses: 3, days: 90, perDay: 6)),
                ("refill-coupon", Coupon(600, "满200减30券", "30 off 200 voucher", "refill-30")),
                ("umbrella", Goods(300, "晴雨伞", "Umbrella") with { Article = "umbrella-1", Stock = StockKind.PerStore }),
            ]),
        new("restaurant",
            [
                ("meal-20", Worth(20, "20元餐券", "Meal voucher") with { MinimumSpend = Yuan(100) }),
                ("drinks-half", Rate(0.5m, "酒水半价", "Drinks at half price") with { Cap = Yuan(60), Categories = ["酒水"] }),
                ("birthday-88", Rate(0.88m, "生日88折", "Birthday 12% off") with { Transferable = true }),
            ],
            [
                ("soup", Goods(150, "例汤一份", "Soup of the day") with { Limits = [new(LimitPeriod.Month, 4)] }),
                ("duck", Goods(900, "盐水鸭半只", "Half a salted duck") with { Stock = StockKind.PerStore }),
                ("tea-set", Goods(2_600, "定制茶具", "Tea set") with
                {
                    Stock = StockKind.Shared, Prices = [new ConditionalPrice { Code = "regulars", Points = 1_990, Stores = ["harbour"] }],
                }),
                ("private-room", Service(90, "包间免服务费", "Private room without charge", uses: 2, days: 60, perDay: 3)),
                ("meal-coupon", Coupon(400, "20元餐券", "Meal voucher", "meal-20")),
                ("wine-coupon", Coupon(700, "酒水半价券", "Drinks voucher", "drinks-half")),
            ]),
        new("apparel",
            [
                ("clothes-50", Clothes(50) with { PartialUse = true, Transferable = true }),
                ("clothes-100", Clothes(100)),
                ("clothes-150", Clothes(150)),
                ("return-20", Worth(20, "回来吧20元券", "Come back voucher") with { Validity = new Validity { Days = 14 } }),
                ("vip-8", Rate(0.8m, "贵宾8折券", "VIP 20% off") with { Cap = Yuan(200) }),
                ("card-10", Worth(10, "新卡10元无门槛券", "New card voucher of 10")),
                ("card-5", Worth(5, "新卡5元无门槛券", "New card voucher of 5")),
            ],
            [
                ("canvas-bag", Goods(200, "帆布包", "Canvas bag") with { Stock = StockKind.PerStore, Limits = [new(LimitPeriod.Ever, 1)] }),
                ("scarf", Goods(680, "羊毛围巾", "Wool scarf") with
                {
                    Stock = StockKind.Shared, Prices = [new ConditionalPrice { Code = "diamond-card", Points = 480, Tiers = ["diamond"] }],
                }),
                ("hanger-set", Goods(90, "木衣架一套", "Set of hangers") with { Stock = StockKind.Shared }),
                ("alteration", Service(160, "免费改衣", "Free alteration", uses: 2, days: 180, perDay: 4)),
                ("stylist", Service(800, "私人搭配顾问", "Personal stylist", uses: 1, days: 90) with { Tiers = ["gold", "diamond"] }),
                ("clothes-coupon", Coupon(500, "50元服装券", "Clothes voucher", "clothes-50")),
            ])
        {
            NewCards =
            [
                ("card-10", NewCard(GiftReason.Enrolment, "新卡礼：10元券", "New card: 10 off", "card-10")),
                ("card-5", NewCard(GiftReason.Enrolment, "开卡礼：5元券", "Card opened: 5 off", "card-5")),
                ("first-order", NewCard(GiftReason.FirstPurchase, "首单礼：帆布包和5元券", "First order: bag and 5 off", "card-5") with
                {
                    Rewards = ["canvas-bag"], Claim = new ClaimWindow { Days = 30 },
                }),
            ],
        },
    ];

    /// <summary>What a new card brings, of which the first one is given now and the others are drafts to choose from.</summary>
    public IReadOnlyList<(string Code, GiftTerms Terms)> NewCards { get; init; } = [];

    /// <summary>The same for a brand whose tiers have other names: what is for the best is for its best.</summary>
    public DemoShelf Among(IReadOnlyList<string> tiers)
    {
        return this with
        {
            Rewards =
            [
                .. Rewards.Select(r => (r.Code, r.Terms with
                {
                    Tiers = Of(r.Terms.Tiers), Prices = [.. r.Terms.Prices.Select(p => p with { Tiers = Of(p.Tiers) })],
                })),
            ],
        };

        IReadOnlyList<string> Of(IReadOnlyList<string> named) =>
            named.All(tiers.Contains) ? named : [.. tiers.TakeLast(named.Count)];
    }

    private static Money Yuan(decimal yuan) => Money.FromYuan(yuan);

    private static VoucherTerms Worth(decimal yuan, string chinese, string english) => new()
    {
        Name = new LocalName(chinese, english), Amount = Yuan(yuan), Validity = new Validity { Days = 60 },
    };

    private static VoucherTerms Clothes(int yuan) => Worth(yuan, $"{yuan}元服装券", $"Clothes voucher of {yuan}") with
    {
        Categories = ["女装", "男装", "童装"],
    };

    private static VoucherTerms Rate(decimal rate, string chinese, string english) => new()
    {
        Name = new LocalName(chinese, english), PayRate = rate, Validity = new Validity { Days = 90 },
    };

    private static GiftTerms NewCard(GiftReason reason, string chinese, string english, string voucher) => new()
    {
        Name = new LocalName(chinese, english), Reason = reason, Vouchers = [voucher], From = default,
    };

    private static RewardTerms Goods(long points, string chinese, string english) => new()
    {
        Name = new LocalName(chinese, english), Kind = RewardKind.Goods, Points = points, HoldDays = 7,
    };

    private static RewardTerms Coupon(long points, string chinese, string english, string definition) => new()
    {
        Name = new LocalName(chinese, english), Kind = RewardKind.Coupon, Points = points, VoucherDefinition = definition,
    };

    private static RewardTerms Service(long points, string chinese, string english, int uses, int days, int? perDay = null) => new()
    {
        Name = new LocalName(chinese, english),
        Kind = RewardKind.Service,
        Points = points,
        Service = new ServiceTerms { Uses = uses, Days = days, Pace = new RewardLimit(LimitPeriod.Month, 1), PerDay = perDay },
    };
}
