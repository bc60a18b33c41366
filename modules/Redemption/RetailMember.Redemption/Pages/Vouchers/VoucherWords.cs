using System.Globalization;
using RetailMember.Pages.Display;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>What vouchers and their terms are called on pages.</summary>
internal static class VoucherWords
{
    public static string Of(this ITexts texts, VoucherDefinitionState state) =>
        texts["redemption.definition-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, VoucherState state) => texts["redemption.voucher-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, VoucherMoveKind kind) => texts["redemption.move." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, VoucherBatchState state) => texts["redemption.batch-state." + EnumCode.Of(state)];

    /// <summary>The house's own words for what happened; receipts and what people wrote stay as they are.</summary>
    public static string OfReference(this ITexts texts, ReadVoucher.Line line)
    {
        if (line.SourceName is { } source) return texts.In(source);
        var key = "redemption.voucher-note." + line.Reference;
        return texts.Has(key) ? texts[key] : line.Reference;
    }

    /// <summary>What it is worth, in a few words: ¥30, or pays 80 % and at most ¥50 off.</summary>
    public static string Worth(this ITexts texts, VoucherTerms terms)
    {
        if (terms.Amount is { } amount) return Figures.Yuan(amount);
        var rate = PayRate.From(terms.PayRate ?? 1);
        // As people say it: 8.5折 in Chinese, 85 % elsewhere.
        var share = texts.Language.StartsWith("zh", StringComparison.Ordinal) ? rate.ToFold() : Figures.Percent(rate.Value);
        return terms.Cap is { } cap
            ? texts.Format("redemption.vouchers.rate-capped", share, Figures.Yuan(cap))
            : texts.Format("redemption.vouchers.rate", share);
    }

    /// <summary>From which amount on it counts.</summary>
    public static string Threshold(this ITexts texts, VoucherTerms terms) => terms.MinimumSpend.Fen == 0
        ? texts["redemption.vouchers.no-threshold"]
        : texts.Format("redemption.vouchers.threshold", Figures.Yuan(terms.MinimumSpend));

    public static string Span(this ITexts texts, Validity v) => v.Days is { } days
        ? v.StartsAfterDays == 0
            ? texts.Format("redemption.vouchers.span-days", Figures.Whole(days))
            : texts.Format("redemption.vouchers.span-later", Figures.Whole(v.StartsAfterDays), Figures.Whole(days))
        : texts.Format("redemption.vouchers.span-dates", Day(v.From), Day(v.To));

    public static Tone Tone(this VoucherDefinitionState state) => state switch
    {
        VoucherDefinitionState.Active => RetailMember.Pages.Display.Tone.Success,
        VoucherDefinitionState.Draft => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this VoucherState state) => state switch
    {
        VoucherState.Issued => RetailMember.Pages.Display.Tone.Success,
        VoucherState.PartlyUsed => RetailMember.Pages.Display.Tone.Info,
        VoucherState.Revoked => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this VoucherBatchState state) => state switch
    {
        VoucherBatchState.Running => RetailMember.Pages.Display.Tone.Info,
        VoucherBatchState.Done => RetailMember.Pages.Display.Tone.Success,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static string IconName(this VoucherMoveKind kind) => kind switch
    {
        VoucherMoveKind.Used => "receipt",
        VoucherMoveKind.Returned => "receipt-refund",
        VoucherMoveKind.Revoked => "circle-x",
        VoucherMoveKind.Expired => "clock",
        VoucherMoveKind.Transferred => "transfer",
        _ => "ticket",
    };

    private static string Day(DateOnly? day) => day is { } known ? Figures.Day(known) : Figures.Dash;
}
