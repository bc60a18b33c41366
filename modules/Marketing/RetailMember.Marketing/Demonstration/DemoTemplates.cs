using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;

namespace RetailMember.Marketing.Demonstration;

/// <summary>The words of a demonstration brand.</summary>
internal static class DemoTemplates
{
    public const string Promotion = "new-season";
    public const string Balance = "points-balance";

    public static IEnumerable<(string Code, TemplateTerms Terms)> Of(string signature)
    {
        yield return (Promotion, new TemplateTerms
        {
            Name = "换季新品", Signature = signature, ProviderCode = "SMS_100000001",
            Body = "${name}您好,换季新品已到店,会员专享好礼等您领取。拒收请回复TD", Variables = [Name],
        });
        yield return (Balance, new TemplateTerms
        {
            Name = "积分变动通知", Kind = TemplateKind.Notice, Signature = signature, ProviderCode = "SMS_100000002",
            Body = "${name}您好,您的积分现为${points}分,可到店兑换礼品。",
            Variables = [Name, new TemplateVariable("points", VariableSource.Given, 12, "1280")],
        });
        yield return ("log-in-code", new TemplateTerms
        {
            Name = "登录验证码", Kind = TemplateKind.Code, Purpose = "portal.login", Signature = signature,
            ProviderCode = "SMS_100000003",
            Body = "您的验证码为${code},${minutes}分钟内有效,请勿告诉他人。",
            Variables =
            [
                new TemplateVariable("code", VariableSource.Given, 6, "123456"),
                new TemplateVariable("minutes", VariableSource.Given, 2, "5"),
            ],
        });
    }

    /// <summary>Left for somebody to approve.</summary>
    public static (string Code, TemplateTerms Terms) Draft(string signature) => ("birthday", new TemplateTerms
    {
        Name = "生日祝福", Signature = signature,
        Body = "${name}您好,${brand}祝您生日快乐!本月消费双倍积分,专属礼券已放入您的账户。拒收请回复TD",
        Variables = [Name, new TemplateVariable("brand", VariableSource.BrandName, 20, signature)],
    });

    private static TemplateVariable Name => new("name", VariableSource.MemberName, 20, "王芳");
}
