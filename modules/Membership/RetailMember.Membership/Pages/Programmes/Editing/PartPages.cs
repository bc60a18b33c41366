using Microsoft.AspNetCore.Components;
using RetailMember.Brands;
using RetailMember.Membership.Pages.Programmes.Editing.Parts;
using RetailMember.Membership.Programmes;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>The forms of a draft: each part is opened, saved and taken out by itself.</summary>
internal static class PartPages
{
    public static void Map(PageRoutes pages)
    {
        Entries<TierPage, Tier, TierForm>(pages, new TierList());
        Entries<EarningRulePage, EarningRule, EarningRuleForm>(pages, new EarningRuleList());
        Entries<MultiplierPage, Multiplier, Multiplier>(pages, new MultiplierList());
        Entries<PriceBenefitPage, PriceBenefit, PriceBenefit>(pages, new PriceBenefitList());
        Entries<MemberFieldPage, MemberField, MemberFieldForm>(pages, new MemberFieldList());
        Entries<ExamplePage, WorkedExample, ExampleForm>(pages, new ExampleList());
        Single<TierPolicyPage, TierPolicyForm>(pages, new TierPolicyPart());
        Single<BalanceBandsPage, BalanceBandsForm>(pages, new BalanceBandsPart());
        Single<PointsPolicyPage, PointsPolicyForm>(pages, new PointsPolicyPart());
        Single<TransferPolicyPage, TransferPolicyForm>(pages, new TransferPolicyPart());
        Single<EnrolmentPage, EnrolmentForm>(pages, new EnrolmentPart());
    }

    private static void Single<TPage, TForm>(PageRoutes pages, Part<TForm> part)
        where TPage : IComponent
        where TForm : class
    {
        var path = "/programmes/{version:int}/" + part.Name;
        pages.MapGet(path, (PageCall page, IBrandDirectory brands, int version) =>
            Editor<TPage, TForm>(page, brands, part, version).ShowAsync(null, FormFaults.None));
        pages.MapPost(path, (PageCall page, IBrandDirectory brands, int version) =>
            Editor<TPage, TForm>(page, brands, part, version).SaveAsync(null));
    }

    private static void Entries<TPage, TItem, TForm>(PageRoutes pages, ListPart<TItem, TForm> part)
        where TPage : IComponent
        where TForm : class
    {
        var path = "/programmes/{version:int}/" + part.Name;
        pages.MapGet(path + "/new", (PageCall page, IBrandDirectory brands, int version) =>
            Editor<TPage, TForm>(page, brands, part, version).ShowAsync(null, FormFaults.None));
        pages.MapPost(path + "/new", (PageCall page, IBrandDirectory brands, int version) =>
            Editor<TPage, TForm>(page, brands, part, version).SaveAsync(null));
        pages.MapGet(path + "/{index:int}", (PageCall page, IBrandDirectory brands, int version, int index) =>
            Editor<TPage, TForm>(page, brands, part, version).ShowAsync(index, FormFaults.None));
        pages.MapPost(path + "/{index:int}", (PageCall page, IBrandDirectory brands, int version, int index) =>
            Editor<TPage, TForm>(page, brands, part, version).SaveAsync(index));
        pages.MapPost(path + "/{index:int}/removal", (PageCall page, IBrandDirectory brands, int version, int index) =>
            Editor<TPage, TForm>(page, brands, part, version).RemoveAsync(index, part.Without));
    }

    private static PartEditor<TPage, TForm> Editor<TPage, TForm>(
        PageCall page, IBrandDirectory brands, Part<TForm> part, int version)
        where TPage : IComponent
        where TForm : class => new(page, brands, part, version);
}
