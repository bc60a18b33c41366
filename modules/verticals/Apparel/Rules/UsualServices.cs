namespace RetailMember.Apparel.Rules;

/// <summary>Services and classes as delivered, for the tiers of the programme that the module proposes.</summary>
internal static class UsualServices
{
    /// <summary>The service by which staff get in touch with heavy customers.</summary>
    public const string Contact = "contact";

    private static readonly string[] Red = ["red", "yellow", "blue", "purple"];
    private static readonly string[] Yellow = ["yellow", "blue", "purple"];

    public static IReadOnlyList<ServiceTerms> All { get; } =
    [
        ByHand("alteration", "改裤脚、改领口", "Alteration", Red, days: 3),
        ByHand("washing-advice", "洗涤建议", "Washing advice", Red, days: 1),
        ByHand("garment-care", "衣物护理（含他店衣物）", "Garment care, of other shops' clothes too", Red, days: 3),
        new()
        {
            Code = "season-change", Name = new LocalName("换季短信", "Season-change message"), Trigger = ServiceTrigger.Season,
            Tiers = Red, DueDays = 7,
        },
        new()
        {
            Code = "call", Name = new LocalName("售后一周内电话回访", "Call within a week after sale"),
            Trigger = ServiceTrigger.Purchase, Tiers = Yellow, DueDays = 7, IsContact = true,
        },
        ByHand("magazine", "赠送时尚杂志", "Fashion magazine", Yellow, days: 30),
        Joining("explain-benefits", "指导填表、讲解权益", "Guide the form, explain benefits", 0, ServiceDuty.Store),
        Joining("hand-over-card", "发卡和会员资料", "Issue card and material", 1, ServiceDuty.Store),
        Joining("build-file", "建立会员档案并分析", "Build the file and analyse", 3, ServiceDuty.Centre),
        Joining("welcome-call", "新会员回访", "Call the new member back", 7, ServiceDuty.Centre) with { IsContact = true },
        new()
        {
            Code = Contact, Name = new LocalName("维护重要客户", "Keep contact"), Trigger = ServiceTrigger.Silence,
                DueDays = 7, IsContact = true,
        },
    ];

    public static IReadOnlyList<EnergyClass> Classes { get; } =
    [
        new() { Code = "super-energy", Name = new LocalName("超能量级", "Super energy"), Tiers = ["blue", "purple"] },
        new() { Code = "energy", Name = new LocalName("能量级", "Energy"), Tiers = ["yellow"], ContactEveryDays = 30 },
        new() { Code = "heavyweight", Name = new LocalName("重量级", "Heavyweight"), Tiers = ["red"],
            ContactEveryDays = 30 },
        new() { Code = "member", Name = new LocalName("会员级别", "Member"), Tiers = ["member"] },
        new() { Code = "threshold", Name = new LocalName("入会门槛", "Threshold") },
    ];

    private static ServiceTerms ByHand(string code, string zh, string en, string[] tiers, int days) =>
        new() { Code = code, Name = new LocalName(zh, en), Tiers = tiers, DueDays = days };

    private static ServiceTerms Joining(string code, string zh, string en, int days, ServiceDuty duty) => new()
    {
        Code = code, Name = new LocalName(zh, en), Trigger = ServiceTrigger.Enrolment, DueDays = days, Duty = duty,
    };
}
