using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Pharmacy.Data;
using RetailMember.Redemption;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Drugs;

/// <summary>
/// Prescription medicines and class-A medicines are never had for points, as a gift or on top of something else, nor are
/// goods of which nobody has said what they are. A reward is known by its article, or by its own code where that is an
/// article's.
/// </summary>
internal sealed class DrugGate(PharmacyDb db, ISettings settings, DataSession session) : IRewardGate
{
    /// <summary>Setting: goods must say which article they are, and the article of which class it is.</summary>
    public const string ClassNeeded = "Pharmacy.ClassNeeded";

    public string Module => PharmacyModule.ModuleName;

    public int Order => 100;

    public async ValueTask<IReadOnlyDictionary<string, Refusal>> RefusedAsync(
        IReadOnlyCollection<GatedReward> rewards, CancellationToken cancel)
    {
        var needed = settings.YesNo(ClassNeeded, session.Brand);
        string[] codes =
        [
            .. rewards.Select(r => r.Reward).Concat(rewards.Select(r => r.Article).OfType<string>())
                .Select(DrugArticle.CodeOf).Distinct(),
        ];
        var known = await db.DrugArticles.AsNoTracking().Where(a => EF.Parameter(codes).Contains(a.Code))
            .ToDictionaryAsync(a => a.Code, cancel);
        var refused = new Dictionary<string, Refusal>();
        foreach (var reward in rewards)
        {
            var drug = ForbiddenAs(reward.Article ?? reward.Reward) ?? ForbiddenAs(reward.Reward);
            if (drug is not null) refused[reward.Reward] = Forbidden(drug);
            else if (needed && reward.IsGoods && Unknown(reward) is { } code)
                refused[reward.Reward] = new Refusal(
                    code, RefusalKind.Conflict, ("reward", reward.Reward), ("article", reward.Article));
        }

        return refused;

        DrugArticle? ForbiddenAs(string code) =>
            known.GetValueOrDefault(DrugArticle.CodeOf(code)) is { Class: >= DrugClass.OtcA } drug ? drug : null;

        string? Unknown(GatedReward reward) =>
            reward.Article is not { } article ? "pharmacy.article-needed"
            : known.ContainsKey(DrugArticle.CodeOf(article)) ? null : "pharmacy.article-unclassed";
    }

    private static Refusal Forbidden(DrugArticle drug) => new(
        drug.Class == DrugClass.Prescription ? "pharmacy.prescription-is-no-gift" : "pharmacy.class-a-is-no-gift",
        RefusalKind.Conflict, ("article", drug.Code), ("name", drug.Name));
}
