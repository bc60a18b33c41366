using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;

namespace RetailMember.Marketing.Demonstration;

/// <summary>The words of a demonstration brand.</summary>
internal static class DemoTemplates
{
    public const string Promotion = "new-season";
    public const string Balance = "points-balance";
    public const string WeChatBalance = "points-balance-wechat";

    /// <summary>Words of campaigns by the campaign's code: commercial all, whatever they are about.</summary>
    private static readonly (string Code, string Name, string Words)[] Campaigns =
    [
        ("member-care", "会员关怀月", "会员关怀月开始了，感谢您一直以来的信任，欢迎到店坐坐。"),
        ("anniversary", "店庆问候", "又到店庆，感谢您一路相伴，祝您和家人平安喜乐。"),
        ("buyers-thanks", "老客答谢", "感谢您近期的惠顾，老客答谢周欢迎您再来选购。"),
        ("storm-warning", "暴雨提醒", "当地气象台发布暴雨预警，请减少外出，注意安全。"),
        ("double-points", "双倍积分周", "本周会员消费积分翻倍，欢迎到店。"),
        ("weekend-sale", "周末特惠", "本周末会员专享特惠，数量有限，欢迎到店选购。"),
        ("birthday-month", "生日月礼遇", "您的生日月到了，祝您生日快乐，欢迎到店领取生日礼遇。"),
        ("welcome-back", "回归有礼", "好久不见，回归好礼已为您备好，期待与您再见。"),
    ];

    public static IEnumerable<(string Code, TemplateTerms Terms)> Of(string signature)
    {
        yield return (Promotion, new TemplateTerms
        {
            Name = "换季新品", Signature = signature, ProviderCode = "SMS_100000001",
            Body = "${name}您好，换季新品已到店，会员专享好礼等您领取。拒收请回复TD", Variables = [Name],
        });
        foreach (var (place, (code, name, words)) in Campaigns.Index())
            yield return (code, new TemplateTerms
            {
                Name = name, Signature = signature, ProviderCode = FormattableString.Invariant($"SMS_1000001{place:00}"),
                Body = "${name}您好，" + words + "拒收请回复TD", Variables = [Name],
            });
        yield return (Balance, new TemplateTerms
        {
            Name = "积分变动通知", Kind = TemplateKind.Notice, Signature = signature, ProviderCode = "SMS_100000002",
            Body = "${name}您好，您的积分现为${points}分，可到店兑换礼品。",
            Variables = [Name, new TemplateVariable("points", VariableSource.Given, 12, "1280")],
        });
        yield return ("log-in-code", new TemplateTerms
        {
            Name = "登录验证码", Kind = TemplateKind.Code, Purpose = "portal.login", Signature = signature,
            ProviderCode = "SMS_100000003",
            Body = "您的验证码为${code}，${minutes}分钟内有效，请勿告诉他人。",
            Variables =
            [
                new TemplateVariable("code", VariableSource.Given, 6, "123456"),
                new TemplateVariable("minutes", VariableSource.Given, 2, "5"),
            ],
        });
    }

    /// <summary>For those of whom WeChat tells a name; its fields are called as the account has them.</summary>
    public static TemplateTerms ForWeChat(string signature) => new()
    {
        Name = "积分变动提醒", Kind = TemplateKind.Notice, Channel = MessageChannel.WeChat, Signature = signature,
        ProviderCode = "demonstration-points-balance-template-00001",
        Body = "积分变动提醒\n会员姓名：${thing1}\n当前积分：${points}",
        Variables =
        [
            new TemplateVariable("thing1", VariableSource.MemberName, 20, "王芳"),
            new TemplateVariable("points", VariableSource.Given, 12, "1280"),
        ],
    };

    /// <summary>Left for somebody to approve.</summary>
    public static (string Code, TemplateTerms Terms) Draft(string signature) => ("birthday", new TemplateTerms
    {
        Name = "生日祝福", Signature = signature,
        Body = "${name}您好，${brand}祝您生日快乐！生日月欢迎到店领取专属礼遇。拒收请回复TD",
        Variables = [Name, new TemplateVariable("brand", VariableSource.BrandName, 20, signature)],
    });

    private static TemplateVariable Name => new("name", VariableSource.MemberName, 20, "王芳");
}
