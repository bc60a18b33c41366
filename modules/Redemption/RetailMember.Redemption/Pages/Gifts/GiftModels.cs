using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Gifts;

/// <summary>A page of the rules, and all of them for the figures above.</summary>
internal sealed record GiftRuleListModel(
    IReadOnlyList<FindGiftRules.Row> Shown, IReadOnlyList<FindGiftRules.Row> All, Paging Paging, GiftNames Names, bool MayEdit);

/// <summary>One rule with what it has given so far.</summary>
internal sealed record GiftRuleModel(
    ReadGiftRule.Result Read, PageOf<FindGivenGifts.Row> Gifts, GiftNames Names, bool MayEdit);

/// <param name="IsNew">Its code is still free to choose.</param>
internal sealed record GiftRuleFormModel(GiftRuleForm Form, bool IsNew, GiftNames Names, FormFaults Faults);

internal sealed record GiftListModel(PageOf<FindGivenGifts.Row> Found, GiftNames Names, bool MayGive);

/// <summary>One gift and what can be done with it.</summary>
/// <param name="Here">Where whoever looks at it stands; null where that is not said.</param>
/// <param name="Code">As it was revealed.</param>
internal sealed record GiftModel(
    ReadGift.Result Read,
    GiftNames Names,
    IReadOnlyDictionary<string, string> Stores,
    Store? Here,
    string? Code,
    GiftAccess May,
    FormFaults Faults);

internal sealed record GiftAccess(bool HandOut, bool Give, bool Revoke);

/// <summary>What a member can claim now.</summary>
internal sealed record WaitingGifts(IReadOnlyList<GiftView> Gifts, GiftNames Names, bool MayHandOut)
{
    public static WaitingGifts None(ITexts texts) =>
        new([], new GiftNames(new ReadGiftChoices.Result([], [], [], []), texts), MayHandOut: false);
}

internal sealed record GiveGiftModel(GiftNames Names, IReadOnlyList<Store> Stores, FormFaults Faults);
