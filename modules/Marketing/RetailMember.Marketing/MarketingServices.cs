using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Direct.TestAddresses;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.Gateways.Aliyun;
using RetailMember.Marketing.Gateways.WeChat;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Signatures;
using RetailMember.Marketing.Templates;
using RetailMember.Marketing.WeChat;
using RetailMember.Membership;
using RetailMember.Messages;
using RetailMember.Modules;
using RetailMember.Settings;

namespace RetailMember.Marketing;

/// <summary>What the module registers and maps for messages, their words and their ways.</summary>
internal static class MarketingServices
{
    public static void DescribeMessages(this ModuleDescription module)
    {
        module.NumberSetting(QuietHours.From, QuietHours.UsualFrom, QuietHours.Earliest, QuietHours.Latest - 1);
        module.NumberSetting(QuietHours.Until, QuietHours.UsualUntil, QuietHours.Earliest + 1, QuietHours.Latest);
        module.NumberSetting(SendCaps.MarketingPerDay, SendCaps.UsualMarketingPerDay, 1, 50);
        module.NumberSetting(TestAllowance.PerPersonPerDay, TestAllowance.UsualPerPersonPerDay, 1, 200);
        module.On<MemberForgotten, LinksOfForgotten>();
        module.Job("hand-over", "0 * * * * ?", perBrand: true, () => new HandOverMessages.Input());
        module.Job("close-batches", "45 5 * * * ?", perBrand: true, () => new CloseBatches.Input());
        module.Job("ask-receipts", "30 0/10 * * * ?", perBrand: true, () => new AskReceipts.Input());
    }

    public static void AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<TemplateShelf>();
        services.AddScoped<SignatureShelf>();
        services.AddScoped<MessageQueue>();
        services.AddScoped<IMemberLetters, LettersToMembers>();
        services.AddScoped<LetterWriters>();
        services.AddScoped<ProposedLetters>();
        services.AddScoped<TemplateDrafts>();
        services.AddScoped<MessageClaim>();
        services.AddScoped<SensitiveMessages>();
        services.AddScoped<QuietHours>();
        services.AddScoped<ISettingRule, SendingHoursRule>();
        services.AddScoped<SendCaps>();
        services.AddScoped<RecipientBook>();
        services.AddScoped<AddressBook>();
        services.AddScoped<MemberReach>();
        services.AddScoped<OptOutBook>();
        services.AddScoped<OptOutStanding>();
        services.AddSingleton<MailWayOut>();
        services.AddHostedService<MailWayOutWatch>();
        services.AddScoped<IMessageOptOuts, OptOutsOfMembers>();
        services.AddScoped<ModuleQuestions>();
        services.AddScoped<SensitiveSegments>();
        services.AddScoped<WrittenBefore>();
        services.AddScoped<Decisions>();
        services.AddScoped<LetterTruth>();
        services.AddScoped<TestAllowance>();
        services.AddScoped<OutcomeBook>();
        services.AddScoped<ReceiptBook>();
        services.AddSingleton<Carrier>();
        services.AddSingleton<GatewayAbsence>();
        services.AddSingleton<DirectPost>();
        services.AddSingleton<ReceiptsKey>();
        services.AddSingleton<WeChatSignature>();
        services.AddScoped<EarlyReceipts>();
        services.AddScoped<WeChatLinks>();
        services.AddScoped<IMemberClosing, LinksOfFormerMembers>();
        services.AddGateways(configuration);
        if (GatewayChoice.IsNamed(configuration)) services.AddSingleton<IMessageSender, GatewaySender>();
    }

    public static void MapMessages(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindTemplates>("GET", "/templates");
        endpoints.ForBrand<ReadTemplate>("GET", "/templates/{template}");
        endpoints.ForBrand<EditTemplate>("PUT", "/templates/{template}");
        endpoints.ForBrand<ApproveTemplate>("POST", "/templates/{template}/approval");
        endpoints.ForBrand<WithdrawTemplate>("POST", "/templates/{template}/withdrawal");
        endpoints.ForBrand<PreviewTemplate>("POST", "/templates/{template}/preview");
        endpoints.ForBrand<SendTest>("POST", "/templates/{template}/test");
        endpoints.ForBrand<FindTestAddresses>("GET", "/test-addresses");
        endpoints.ForBrand<AddTestAddress>("POST", "/test-addresses");
        endpoints.ForBrand<RemoveTestAddress>("DELETE", "/test-addresses/{testAddress}");
        endpoints.ForBrand<FindLetterProposals>("GET", "/letter-proposals");
        endpoints.ForBrand<TakeOverLetter>("POST", "/letter-proposals");
        endpoints.ForBrand<FindSignatures>("GET", "/signatures");
        endpoints.ForBrand<ProposeSignature>("POST", "/signatures");
        endpoints.ForBrand<ApproveSignature>("POST", "/signatures/{signature}/approval");
        endpoints.ForBrand<WithdrawSignature>("POST", "/signatures/{signature}/withdrawal");
        endpoints.ForBrand<FindMessages>("POST", "/messages/search");
        endpoints.ForBrand<HandOverMessages>("POST", "/messages/dispatch");
        endpoints.ForBrand<AskReceipts>("POST", "/messages/enquiry");
        endpoints.ForBrand<FindGateways>("GET", "/gateways");
        endpoints.ForBrand<RecordOptOut>("POST", "/opt-outs");
        endpoints.ForBrand<ReadWeChatLink>("GET", "/members/{member}/wechat-link");
        endpoints.ForBrand<LinkWeChat>("PUT", "/members/{member}/wechat-link");
        endpoints.ForBrand<UnlinkWeChat>("DELETE", "/members/{member}/wechat-link");
        endpoints.MapPushes();
        endpoints.MapWeChat();
        endpoints.MapMailWayOut();
    }

    private static void AddGateways(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(AliyunClient.Name);
        services.AddSingleton<AliyunClient>();
        services.AddSingleton<IMessageGateway, AliyunGateway>();
        services.AddHttpClient(WeChatClient.Name).RemoveAllLoggers();
        services.AddSingleton(new WeChatAccount(configuration));
        services.AddSingleton<WeChatClient>();
        services.AddSingleton<WeChatTokens>();
        services.AddSingleton<IMessageGateway, WeChatGateway>();
        foreach (var channel in (MessageChannel[])[MessageChannel.Sms, MessageChannel.WeChat])
            services.AddSingleton<IMessageGateway>(
                provider => ActivatorUtilities.CreateInstance<FileGateway>(provider, channel));
        services.AddSingleton<IMessageGateway, MailGateway>();
        services.AddSingleton<GatewayChoice>();
    }
}
