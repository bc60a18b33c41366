using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Files;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Proposals;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Catalogue;

/// <param name="Pictures">Versions by code of the reward.</param>
/// <param name="Ratings">By code of the reward.</param>
internal sealed record RewardListModel(
    PageOf<FindRewards.Row> Found,
    IReadOnlyDictionary<string, string> Pictures,
    IReadOnlyDictionary<string, FindRatings.Row> Ratings,
    bool MayEdit,
    IReadOnlyList<ProposedItem> Proposed);

/// <summary>One reward, as members see it and as it is kept.</summary>
/// <param name="Picture">Version of its picture; null where it has none.</param>
/// <param name="SupplyStores">Where whoever asks may bring stock in.</param>
internal sealed record RewardModel(
    ReadReward.Result Read,
    string? Picture,
    ReadChoices.Result Choices,
    IReadOnlyDictionary<string, string> Stores,
    IReadOnlyList<Store> SupplyStores,
    bool MayEdit,
    bool MaySupply,
    FormFaults Faults)
{
    public string TierName(string code) => Choices.Tiers.FirstOrDefault(t => t.Code == code)?.Name ?? code;

    public string StoreName(string code) => Stores.GetValueOrDefault(code, code);
}

/// <param name="IsNew">Its code, kind and stock are still free to choose.</param>
internal sealed record RewardFormModel(
    RewardForm Form, bool IsNew, ReadChoices.Result Choices, IReadOnlyList<Store> Stores, FormFaults Faults)
{
    public IReadOnlyList<Choice> TierChoices => [.. Choices.Tiers.Select(t => new Choice(t.Code, t.Name))];

    public IReadOnlyList<Choice> StoreChoices => Stores.AsChoices();
}

/// <param name="Done">What came of the file that was sent; null before.</param>
internal sealed record RewardImportModel(ImportRewards.Result? Done, FormFaults Faults);
