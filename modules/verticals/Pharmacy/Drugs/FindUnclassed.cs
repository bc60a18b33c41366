using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Pharmacy.Data;
using RetailMember.Redemption;
using RetailMember.Settings;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Drugs;

/// <summary>
/// Goods of the catalogue of which nobody has said what they are: they name no article, or one without a class. Where
/// classes are needed nobody can have them until somebody says it.
/// </summary>
[Needs(PharmacyPermissions.ViewDrugs)]
internal sealed class FindUnclassed(PharmacyDb db, IRewardArticles rewards, ISettings settings)
    : Query<FindUnclassed.Input, FindUnclassed.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var goods = await rewards.OfGoodsAsync(cancel);
        string[] codes = [.. goods.Select(g => g.Article).OfType<string>().Select(DrugArticle.CodeOf).Distinct()];
        var known = await db.DrugArticles.AsNoTracking().Where(a => EF.Parameter(codes).Contains(a.Code))
            .Select(a => a.Code).ToHashSetAsync(cancel);
        return new Result(
        [
            .. goods.Where(g => g.Article is not { } article || !known.Contains(DrugArticle.CodeOf(article)))
                .Select(g => new Row(g.Reward, g.Name, g.Article)),
        ])
        {
            AreBarred = settings.YesNo(DrugGate.ClassNeeded, call.RequiredBrand.Id),
        };
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Goods)
    {
        /// <summary>For pages: nobody can have them.</summary>
        [JsonIgnore]
        public bool AreBarred { get; init; }
    }

    /// <param name="Article">Its code; left out where the reward names none.</param>
    internal sealed record Row(string Reward, LocalName Name, string? Article);
}
