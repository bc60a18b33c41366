using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Pages.Messages;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Templates;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Marketing.Pages;

/// <summary>What pages say of messages and their words.</summary>
internal static class MarketingWords
{
    public const string TemplateStates = "marketing.template-state.";

    public const string Kinds = "marketing.kind.";

    public const string Channels = "marketing.channel.";

    public const string Sources = "marketing.source.";

    public static string Of(this ITexts texts, TemplateState state) => texts[TemplateStates + EnumCode.Of(state)];

    public static string Of(this ITexts texts, TemplateKind kind) => texts[Kinds + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, MessageChannel channel) => texts[Channels + EnumCode.Of(channel)];

    /// <summary>What a message is: its campaign or journey by name, and of the product's own what kind it is.</summary>
    public static string PurposeOf(this ITexts texts, FindMessages.Item message, ReadMessageNames.Result names)
    {
        var kind = message.Purpose switch
        {
            _ when message.Purpose.StartsWith(ReadMessageNames.Campaign, StringComparison.Ordinal) => "campaign",
            _ when message.Purpose.StartsWith(ReadMessageNames.Journey, StringComparison.Ordinal) => "journey",
            SendTest.Purpose => "test",
            _ when message.Lane == MessageLane.Code => "code",
            _ => "own",
        };
        var name = names.Purposes.GetValueOrDefault(message.Purpose);
        return texts["marketing.message-purpose." + kind] + (name is null ? "" : " · " + texts.In(name));
    }

    /// <summary>How many members, as exactly as it is told.</summary>
    public static string Members(this ITexts texts, long? members, int? fewerThan) =>
        members is { } told ? Figures.Whole(told) : texts.Format("marketing.fewer-than", fewerThan);

    public static Tone Tone(this TemplateState state) => state switch
    {
        TemplateState.Approved => RetailMember.Pages.Display.Tone.Success,
        TemplateState.Draft => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static IReadOnlyList<ExportColumn<TemplateView>> Templates(ITexts texts) =>
    [
        new(texts["marketing.code"], t => t.Template),
        new(texts["marketing.name"], t => t.Terms.Name),
        new(texts["marketing.revision"], t => t.Revision),
        new(texts["marketing.state"], t => texts.Of(t.State)),
        new(texts["marketing.kind"], t => texts.Of(t.Terms.Kind)),
        new(texts["marketing.channel"], t => texts.Of(t.Terms.Channel)),
        new(texts["marketing.signature"], t => t.Terms.Signature),
        new(texts["marketing.provider-code"], t => t.Terms.ProviderCode),
        new(texts["marketing.body"], t => t.Terms.Body),
        new(texts["marketing.parts"], t => t.BilledParts),
    ];

    public static IReadOnlyList<ExportColumn<NamedMessage>> Messages(ITexts texts) =>
    [
        new(texts["marketing.handed-over"], m => m.Message.HandedOverAt),
        new(texts["marketing.member"], m => m.Message.MemberNo),
        new(texts["marketing.purpose"], m => texts.PurposeOf(m.Message, m.Names)),
        new(texts["marketing.template"], m => m.Names.TemplateOf(m.Message)),
        new(texts["marketing.state"], m => texts.Of(m.Message.State)),
        new(texts["marketing.reason"], m => texts.Of(m.Message.Reason)),
        new(texts["marketing.provider-reason"], m => m.Message.ProviderReason),
        new(texts["marketing.parts"], m => m.Message.BilledParts),
        new(texts["marketing.done-at"], m => m.Message.DoneAt),
    ];
}
