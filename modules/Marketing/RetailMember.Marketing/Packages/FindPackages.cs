using RetailMember.Marketing.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Packages;

/// <summary>The brand's packages in the order in which they are used up, with what is left of all of them.</summary>
[Needs(MarketingRights.ViewPackages)]
internal sealed class FindPackages(PackageBook book, PackageWatch watch) : Query<FindPackages.Input, FindPackages.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var packages = await book.ToldAsync(cancel);
        var left = packages.Sum(p => p.Left);
        var campaign = await watch.OneCampaignAsync(cancel);
        return new Result([.. packages.Select(PackageView.Of)], left, campaign, packages.Count > 0 && left < campaign);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Left">Parts, of all of them.</param>
    /// <param name="OneCampaign">Parts of the largest campaign there was; before the third, at least 10,000.</param>
    /// <param name="IsLow">Less is left than one campaign takes.</param>
    internal sealed record Result(IReadOnlyList<PackageView> Packages, long Left, long OneCampaign, bool IsLow);
}

/// <param name="Package">Its number at the provider.</param>
/// <param name="PackagePrice">Yuan.</param>
/// <param name="Used">Parts; in tens where some went to members who meet sensitive conditions.</param>
/// <param name="UnitFen">Fen for a part, rounded to two decimals.</param>
internal sealed record PackageView(
    string Package, DateOnly OrderedOn, long Bought, long Free, long Used, long Left, Money PackagePrice, decimal UnitFen)
{
    public static PackageView Of(MessagePackage p) =>
        new(p.Code, p.BoughtOn, p.Bought, p.Free, p.Used, p.Left, new Money(p.PriceFen), PackageBook.CostOf(p).ShownFen);
}
