using RetailMember.Pages.Forms;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Gifts;

/// <summary>What the things are called that gifts name by their codes.</summary>
internal sealed class GiftNames(ReadGiftChoices.Result choices, ITexts texts)
{
    private readonly Dictionary<string, string> vouchers = choices.Vouchers.ToDictionary(v => v.Code, v => texts.In(v.Name));
    private readonly Dictionary<string, string> rewards = choices.Rewards.ToDictionary(r => r.Code, r => texts.In(r.Name));
    private readonly Dictionary<string, string> rules = choices.Rules.ToDictionary(r => r.Code, r => texts.In(r.Name));
    private readonly Dictionary<string, string> tiers = choices.Tiers.ToDictionary(t => t.Code, t => t.Name);

    public string Tier(string code) => tiers.GetValueOrDefault(code, code);

    public string Thing(string code, bool isReward) => (isReward ? rewards : vouchers).GetValueOrDefault(code, code);

    /// <summary>The name of the rule, or the words of whoever gave it.</summary>
    public string Reason(string reason) => rules.GetValueOrDefault(reason, reason);

    public string Contents(GiftView gift) => NameList.Join(gift.Parts.Select(p => Thing(p.Code, p.IsReward)));

    public string Contents(IEnumerable<string> ofVouchers, IEnumerable<string> ofRewards) => NameList.Join(
        ofVouchers.Select(v => Thing(v, isReward: false)).Concat(ofRewards.Select(r => Thing(r, isReward: true))));

    /// <summary>What of a gift its member has not got.</summary>
    public IEnumerable<string> Missing(GiftView gift) =>
        gift.Parts.Where(p => !p.Held).Select(p => Thing(p.Code, p.IsReward));

    /// <summary>What can be given now, and what is chosen already.</summary>
    public IReadOnlyList<Choice> VoucherChoices(IReadOnlyList<string> chosen) => Choices(choices.Vouchers, chosen);

    public IReadOnlyList<Choice> RewardChoices(IReadOnlyList<string> chosen) => Choices(choices.Rewards, chosen);

    public IReadOnlyList<Choice> TierChoices => [.. choices.Tiers.Select(t => new Choice(t.Code, t.Name))];

    public IReadOnlyList<Choice> RuleChoices => [.. choices.Rules.Select(r => new Choice(r.Code, texts.In(r.Name)))];

    private IReadOnlyList<Choice> Choices(IEnumerable<ReadGiftChoices.Thing> things, IReadOnlyList<string> chosen) =>
        [.. things.Where(t => t.IsActive || chosen.Contains(t.Code)).Select(t => new Choice(t.Code, texts.In(t.Name)))];
}
