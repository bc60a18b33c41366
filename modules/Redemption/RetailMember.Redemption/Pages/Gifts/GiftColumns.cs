using RetailMember.Pages.Export;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Gifts;

/// <summary>The columns of exported lists of gifts and their rules.</summary>
internal static class GiftColumns
{
    public static IReadOnlyList<ExportColumn<FindGiftRules.Row>> Rules(ITexts texts, GiftNames names) =>
    [
        new(texts["redemption.vouchers.code"], r => r.Rule.Rule),
        new(texts["redemption.vouchers.name"], r => texts.In(r.Rule.Terms.Name)),
        new(texts["redemption.vouchers.state"], r => texts.Of(r.Rule.State)),
        new(texts["redemption.gift-rules.why"], r => texts.Why(r.Rule.Terms, names.Tier)),
        new(texts["redemption.gift-rules.contents"], r => names.Contents(r.Rule.Terms.Vouchers, r.Rule.Terms.Rewards)),
        new(texts["redemption.gift-rules.claim"], r => texts.When(r.Rule.Terms.Claim)),
        new(texts["redemption.first-day"], r => r.Rule.Terms.From),
        new(texts["redemption.last-day"], r => r.Rule.Terms.To),
        new(texts["redemption.gift-fate.given"], r => r.Gifts.Given),
        new(texts["redemption.gift-fate.claimed"], r => r.Gifts.Claimed),
        new(texts["redemption.gift-fate.waiting"], r => r.Gifts.Waiting),
        new(texts["redemption.gift-fate.lapsed"], r => r.Gifts.Lapsed),
        new(texts["redemption.gift-fate.revoked"], r => r.Gifts.Revoked),
        new(texts["redemption.gift-fate.failed"], r => r.Gifts.Failed),
        new(texts["redemption.gifts.missing"], r => r.Gifts.Missing),
    ];

    public static IReadOnlyList<ExportColumn<FindGivenGifts.Row>> Gifts(ITexts texts, GiftNames names) =>
    [
        new(texts["redemption.gifts.earned"], g => g.Gift.EarnedOn),
        new(texts["redemption.orders.member"], g => g.MemberNo),
        new(texts["redemption.gifts.reason"], g => names.Reason(g.Gift.Reason)),
        new(texts["redemption.vouchers.state"], g => texts.Of(g.Gift.State)),
        new(texts["redemption.gift-rules.contents"], g => names.Contents(g.Gift)),
        new(texts["redemption.gifts.claim-until"], g => g.Gift.ClaimUntil),
        new(texts["redemption.gifts.missing"], g => g.Gift.Refusal is { } no ? texts.Refused(no, names.Missing(g.Gift)) : null),
        new(texts["redemption.gifts.moved"], g => g.Gift.MovedAt),
        new(texts["redemption.gifts.moved-by"], g => texts.OfOperator(g.Gift.MovedBy)),
    ];
}
