using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Templates;

namespace RetailMember.Marketing.Journeys.Demonstration;

/// <summary>The journeys of a demonstration brand, with their words.</summary>
/// <param name="Code">Of the journey and of its template.</param>
/// <param name="Words">Of the message.</param>
/// <param name="Since">How many days ago it began.</param>
internal sealed record DemoJourney(string Code, TemplateTerms Words, JourneyTerms Terms, int Since)
{
    /// <summary>For how long most of them have run.</summary>
    public const int Days = 13;

    private const string WayOut = "拒收请回复TD";

    /// <param name="signature">Who writes.</param>
    /// <param name="voucher">Code of what brings members back; null: nothing.</param>
    /// <param name="segment">Code of those who are greeted.</param>
    /// <param name="today">In the brand's time zone.</param>
    public static IReadOnlyList<DemoJourney> All(string signature, string? voucher, string segment, DateOnly today)
    {
        return
        [
            Make("welcome", "入会欢迎", "Welcome", "${name}您好，欢迎成为我们的会员！", Notice, JourneyTrigger.Welcome),
            Make(
                "after-purchase", "消费后可兑提醒", "After a purchase", "您现有${points}积分，可兑换${rewards}。", Notice,
                JourneyTrigger.Purchase, t => t with { Once = OncePer.Day, WaitMinutes = 30 }, Days),
            Make("points-moved", "积分变动通知", "Points moved", "您的积分变动${change}，现有${points}积分。", Notice, JourneyTrigger.BalanceChange),
            Make(
                "card-moved", "储值卡变动通知", "Stored value moved", "您尾号${card}的卡${movement}${amount}元，余额${left}元。", Notice,
                JourneyTrigger.CardMovement),
            Make("tier-moved", "等级变动通知", "Tier changed", "您的会员等级现为${tier}。", Notice, JourneyTrigger.TierChange),
            Make(
                "birthday-wishes", "生日关怀", "Birthday wishes", "${name}，${birthday}是您的生日，生日月双倍积分。" + WayOut, Commercial,
                JourneyTrigger.Birthday, t => t with { Days = 3, Voucher = voucher }, Days),
            Make(
                "come-back", "两个月未消费", "Two months away", "回来吧，送您${voucherName}，${voucherUntil}前有效。" + WayOut, Commercial,
                JourneyTrigger.Lapse, t => t with { Months = 2, Voucher = voucher }, Days, needsVoucher: true),
            Make(
                "wake-up", "半年未消费", "Half a year away", "回归礼${voucherName}已到账，期待与您再见。" + WayOut, Commercial,
                JourneyTrigger.Lapse, t => t with { Months = 6, Voucher = voucher }, Days, needsVoucher: true),
            Make(
                "points-lapse", "积分到期提醒", "Points lapse", "您有${expiring}积分将于${lastDay}到期。", Notice, JourneyTrigger.PointsExpiry,
                t => t with { Days = 30 }, Days),
            Make(
                "month-goal", "月度目标提醒", "Goal of the month", "本月已消费${reached}元，再消费${missing}元可得${goal}。" + WayOut, Commercial,
                JourneyTrigger.Goal, t => t with { DayOfMonth = Math.Min(today.AddDays(-2).Day, 28) }, Days),
            Make(
                "new-season-greeting", "换季问候", "New season", "${name}您好，换季了，注意添减衣物。" + WayOut, Commercial,
                JourneyTrigger.Calendar,
                t => t with
                {
                    Dates = [.. Enumerable.Range(0, 4).Select(season => today.AddDays(-5).AddMonths(3 * season))],
                    EveryYear = true, Segment = segment,
                },
                Days),
        ];

        DemoJourney Make(
            string code, string zh, string en, string body, TemplateKind kind, JourneyTrigger trigger,
            Func<JourneyTerms, JourneyTerms>? more = null, int since = 0, bool needsVoucher = false)
        {
            var terms = new JourneyTerms { Name = new LocalName(zh, en), Trigger = trigger, Template = TemplateOf(code) };
            return new DemoJourney(
                code,
                new TemplateTerms
                {
                    Name = zh, Kind = kind, Signature = signature, Body = body,
                    Variables = [.. TemplateText.VariablesOf(body).Select(Variable)],
                },
                more?.Invoke(terms) ?? terms, since)
            { NeedsVoucher = needsVoucher };
        }
    }

    /// <summary>Its words speak of a voucher.</summary>
    public bool NeedsVoucher { get; private init; }

    private const TemplateKind Notice = TemplateKind.Notice;
    private const TemplateKind Commercial = TemplateKind.Marketing;

    private static string TemplateOf(string code) => "journey-" + code;

    private static TemplateVariable Variable(string name) => name == "name"
        ? new(name, VariableSource.MemberName, 20, "王芳")
        : new(name, VariableSource.Given, name is "rewards" or "goal" or "voucherName" ? 30 : 12, "样例");
}
