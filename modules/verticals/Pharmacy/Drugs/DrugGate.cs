using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Pharmacy.Data;
using RetailMember.Redemption;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Drugs;

/// <summary>
/// Prescription medicines and class-A medicines are never had for points, as a gift or on top of something else. A reward
/// is known by its article, or by its own code where that is an article's.
/// </summary>
internal sealed class DrugGate(PharmacyDb db, ISettings settings, DataSession session) : IRewardGate
{
    /// <summary>Setting: goods must say which article they are.</summary>
    public const string ArticleNeeded = "Pharmacy.ArticleNeeded";

    public string Module => PharmacyModule.ModuleName;

    public int Order => 100;

    public async ValueTask<IReadOnlyDictionary<string, Refusal>> RefusedAsync(
        IReadOnlyCollection<GatedReward> rewards, CancellationToken cancel)
    {
        var needed = settings.YesNo(ArticleNeeded, session.Brand);
        string[] codes =
        [
            .. rewards.Select(r => r.Reward).Concat(rewards.Select(r => r.Article).OfType<string>())
                .Select(DrugArticle.CodeOf).Distinct(),
        ];
        var forbidden = await db.DrugArticles.AsNoTracking()
            .Where(a => EF.Parameter(codes).Contains(a.Code) && a.Class >= DrugClass.OtcA)
            .ToDictionaryAsync(a => a.Code, cancel);
        var refused = new Dictionary<string, Refusal>();
        foreach (var reward in rewards)
        {
            var drug = forbidden.GetValueOrDefault(DrugArticle.CodeOf(reward.Article ?? reward.Reward))
                ?? forbidden.GetValueOrDefault(DrugArticle.CodeOf(reward.Reward));
            if (drug is not null) refused[reward.Reward] = Forbidden(drug);
            else if (needed && reward is { IsGoods: true, Article: null })
                refused[reward.Reward] = new Refusal("pharmacy.article-needed", RefusalKind.Conflict, ("reward", reward.Reward));
        }

        return refused;
    }

    private static Refusal Forbidden(DrugArticle drug) => new(
        drug.Class == DrugClass.Prescription ? "pharmacy.prescription-is-no-gift" : "pharmacy.class-a-is-no-gift",
        RefusalKind.Conflict, ("article", drug.Code), ("name", drug.Name));
}
