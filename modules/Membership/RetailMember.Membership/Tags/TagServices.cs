using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Membership.Tags;

/// <summary>What the module describes, registers and maps for tags.</summary>
internal static class TagServices
{
    public static void DescribeTags(this ModuleDescription module)
    {
        module.Job("recount-tags", "0 50 0 * * ?", perBrand: true, () => new RecountTags.Input());
        module.On<PurchaseRecorded, TagsOfPurchases>();
        module.On<PurchaseRefunded, TagsOfRefunds>();
        module.On<MembersMerged, TagsOfMerges>();
        module.On<MembersUnmerged, TagsOfUnmerges>();
    }

    public static void AddTags(this IServiceCollection services)
    {
        services.AddScoped<TagShelf>();
        services.AddScoped<TagFactsReader>();
        services.AddScoped<Objectors>();
        services.AddScoped<TagKeeper>();
        services.AddScoped<TagStatistics>();
        services.AddScoped<TagListener>();
        services.AddScoped<RecountBook>();
        services.AddScoped<IMemberTags, MembersTags>();
        services.AddScoped<IMemberMerge, TagMerge>();
    }

    public static void MapTags(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindTags>("GET", "/tags");
        endpoints.ForBrand<ReadTag>("GET", "/tags/{tag}");
        endpoints.ForBrand<EditTag>("PUT", "/tags/{tag}");
        endpoints.ForBrand<ActivateTag>("POST", "/tags/{tag}/activation");
        endpoints.ForBrand<EndTag>("POST", "/tags/{tag}/end");
        endpoints.ForBrand<FindTagged>("GET", "/tags/{tag}/members");
        endpoints.ForBrand<PreviewTag>("POST", "/tags/preview");
        endpoints.ForBrand<StartRecount>("POST", "/tag-recounts");
        endpoints.ForBrand<FindMemberTags>("GET", "/members/{member}/tags");
        endpoints.ForBrand<TagMember>("POST", "/members/{member}/tags");
        endpoints.ForBrand<UntagMember>("POST", "/members/{member}/tags/{tag}/removal");
    }
}
