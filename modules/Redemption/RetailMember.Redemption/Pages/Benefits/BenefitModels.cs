using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Proposals;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Benefits;

/// <summary>What the things are called that benefits name by their codes.</summary>
internal sealed class BenefitNames(ReadChoices.Result choices, ITexts texts)
{
    public ReadChoices.Result Choices { get; } = choices;

    public string Tier(string code) => Choices.Tiers.FirstOrDefault(t => t.Code == code)?.Name ?? code;

    public string Tag(string code) => Choices.Tags.FirstOrDefault(t => t.Code == code)?.Name ?? code;

    public string Voucher(string code) =>
        Choices.Definitions.FirstOrDefault(d => d.Code == code) is { } known ? texts.In(known.Name) : code;
}

internal sealed record BenefitListModel(
    IReadOnlyList<FindBenefits.Row> Shown, Paging Paging, BenefitNames Names, bool MayEdit, IReadOnlyList<ProposedItem> Proposed);

/// <summary>One benefit, and who had it.</summary>
internal sealed record BenefitModel(
    ReadBenefit.Result Read,
    PageOf<FindBenefitUses.Row> Uses,
    BenefitNames Names,
    IReadOnlyDictionary<string, string> Stores,
    bool MayEdit,
    bool MayTakeBack,
    FormFaults Faults);

/// <summary>To whom a benefit was granted by name.</summary>
internal sealed record BenefitGrantsModel(
    BenefitView Benefit, PageOf<FindBenefitGrants.Row> Grants, bool MayGrant, FormFaults Faults);

/// <param name="IsNew">Its code is still free to choose.</param>
internal sealed record BenefitFormModel(
    BenefitForm Form, bool IsNew, BenefitNames Names, IReadOnlyList<Store> Stores, FormFaults Faults);

/// <summary>What a member may have now.</summary>
internal sealed record OwnBenefits(IReadOnlyList<FindMemberBenefits.Row> Benefits, bool MayUse)
{
    public static readonly OwnBenefits None = new([], MayUse: false);
}
