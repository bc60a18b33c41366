using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.Texts;

namespace RetailMember.StoredValue.Pages;

/// <summary>What cards and what becomes of them are called on pages.</summary>
internal static class CardWords
{
    public static string Of(this ITexts texts, CardState state, BlockReason? blockedFor = null) => blockedFor is { } reason
        ? texts["storedvalue.block." + EnumCode.Of(reason)]
        : texts["storedvalue.card-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, CardMoveKind kind) => texts["storedvalue.move." + EnumCode.Of(kind)];

    /// <summary>What a move refers to as people say it; nothing where that says no more than its kind.</summary>
    public static string ReferenceOf(this ITexts texts, CardMoveKind kind, string reference) => kind switch
    {
        CardMoveKind.Issued or CardMoveKind.Expired => "",
        CardMoveKind.Loaded when SaleLoading.SaleOf(reference) is { } sale => texts.Format("storedvalue.sales.title", sale),
        _ => reference,
    };

    public static string Of(this ITexts texts, LoadKind kind) => texts["storedvalue.load." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, ClosingState state) => texts["storedvalue.closing-state." + EnumCode.Of(state)];

    /// <summary>What came back to a card that was given up is nobody's to approve: it is paid or not.</summary>
    public static string StateOf(this ITexts texts, ClosingView closing) => closing.OfReturn
        ? texts[closing.State == ClosingState.Requested ? "storedvalue.closings.owed" : "storedvalue.closings.paid"]
        : texts.Of(closing.State);

    /// <summary>Why it is paid out: the purchase that was returned, or what the holder said.</summary>
    public static string ReasonOf(this ITexts texts, ClosingView closing) => closing.OfReturn
        ? texts.Format("storedvalue.closings.of-return", closing.ReceiptNo ?? closing.Reason)
        : closing.Reason;

    public static string Of(this ITexts texts, CardChangeKind kind) => texts["storedvalue.change." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, PayoutWay way) => texts["storedvalue.payout." + EnumCode.Of(way)];

    /// <summary>The ways to pay out that a form offers.</summary>
    public static IReadOnlyList<Choice> Choices(this ITexts texts, params IEnumerable<PayoutWay> ways) =>
        [.. ways.Select(w => new Choice(EnumCode.Of(w), texts.Of(w)))];

    public static string Of(this ITexts texts, CardBatchState state) => texts["storedvalue.batch-state." + EnumCode.Of(state)];

    public static Tone Tone(this CardState state) => state switch
    {
        CardState.Active => RetailMember.Pages.Display.Tone.Success,
        CardState.Blocked => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this ClosingState state) => state switch
    {
        ClosingState.Requested => RetailMember.Pages.Display.Tone.Warning,
        ClosingState.Approved => RetailMember.Pages.Display.Tone.Success,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this CardBatchState state) => state switch
    {
        CardBatchState.Ready => RetailMember.Pages.Display.Tone.Success,
        CardBatchState.Making => RetailMember.Pages.Display.Tone.Info,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };
}
