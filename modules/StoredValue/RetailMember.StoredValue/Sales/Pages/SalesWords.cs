using System.Globalization;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.StoredValue.Targets;
using RetailMember.Texts;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>What lists of values are called on pages.</summary>
internal static class SalesWords
{
    public static string Of(this ITexts texts, SaleState state) => texts["storedvalue.sale-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, SaleKind kind) => texts["storedvalue.sale-kind." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, SaleTender tender) => texts["storedvalue.tender." + EnumCode.Of(tender)];

    public static string Of(this ITexts texts, Attribution why) => texts["storedvalue.attribution." + EnumCode.Of(why)];

    public static string Of(this ITexts texts, ProspectState state) => texts["storedvalue.prospect-state." + EnumCode.Of(state)];

    /// <summary>What is to be minded of a customer who is to be won; null: nothing.</summary>
    public static string? RemarkOn(this ITexts texts, ProspectView prospect) => prospect switch
    {
        { State: ProspectState.Won or ProspectState.GivenUp } => null,
        { IsOver: true } => texts["storedvalue.prospects.over"],
        { MayBeCalled: false } => texts["storedvalue.prospects.not-to-call"],
        _ => null,
    };

    public static string Of(this ITexts texts, BonusDecision decision) => texts["storedvalue.bonus-decision." + EnumCode.Of(decision)];

    public static string Of(this ITexts texts, CommissionKind kind) => texts["storedvalue.commission-kind." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, CommissionState state) => texts["storedvalue.commission-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, SettlementState state) => texts["storedvalue.settlement-state." + EnumCode.Of(state)];

    /// <summary>The one month of a target, or from which on it stands.</summary>
    public static string MonthsOf(this ITexts texts, TargetView target) => target switch
    {
        { Month: { } month } => Month(month),
        { Since: { } since } => texts.Format("storedvalue.plan.every-month-since", Month(since)),
        _ => texts["storedvalue.plan.every-month"],
    };

    public static Tone Tone(this SaleState state) => state switch
    {
        SaleState.Delivered => RetailMember.Pages.Display.Tone.Success,
        SaleState.Draft or SaleState.AwaitsCheque => RetailMember.Pages.Display.Tone.Warning,
        SaleState.Paid or SaleState.Loaded => RetailMember.Pages.Display.Tone.Info,
        SaleState.Refunded => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this ProspectState state) => state switch
    {
        ProspectState.Won => RetailMember.Pages.Display.Tone.Success,
        ProspectState.Contacted => RetailMember.Pages.Display.Tone.Info,
        ProspectState.Open => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this CommissionState state) => state switch
    {
        CommissionState.Settled => RetailMember.Pages.Display.Tone.Success,
        CommissionState.Payable => RetailMember.Pages.Display.Tone.Info,
        CommissionState.Pending => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this SettlementState state) => state switch
    {
        SettlementState.Draft => RetailMember.Pages.Display.Tone.Warning,
        SettlementState.Discarded => RetailMember.Pages.Display.Tone.Neutral,
        _ => RetailMember.Pages.Display.Tone.Success,
    };

    /// <summary>The ways to pay at a counter.</summary>
    public static IReadOnlyList<Choice> CounterTenders(this ITexts texts) =>
        [.. texts.Choices<SaleTender>("storedvalue.tender.").Where(c => c.Value != EnumCode.Of(SaleTender.Online))];

    /// <summary>People as a form offers them.</summary>
    public static IReadOnlyList<Choice> AsChoices(this IEnumerable<StaffPerson> people) =>
        [.. people.Select(p => new Choice(p.UserName, $"{p.DisplayName} · {p.UserName}"))];

    /// <summary>Sales channels as a form offers them.</summary>
    public static IReadOnlyList<Choice> AsChoices(this IEnumerable<SalesChannelView> channels, ITexts texts) =>
        [.. channels.Select(c => new Choice(c.SalesChannel, texts.In(c.Name)))];

    /// <summary>What people call a sales channel; a dash where nobody named one.</summary>
    public static string ChannelOf(this ITexts texts, LocalName? name, string? code) =>
        code is null ? Figures.Dash : texts.NameOf(name, code);

    /// <summary>What people call a role; one that head office has made for itself by its code.</summary>
    public static string OfRole(this ITexts texts, string role) => texts.Has("role." + role) ? texts["role." + role] : role;

    /// <summary>What people call something; by its code where it has no name yet or no more.</summary>
    public static string NameOf(this ITexts texts, LocalName? name, string code) => name is null ? code : texts.In(name);

    public static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>A rate in per mille as people say it.</summary>
    public static string Rate(int perMille) => Figures.Percent(perMille / 1000m);
}
