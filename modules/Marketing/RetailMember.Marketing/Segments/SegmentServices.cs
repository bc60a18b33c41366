using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Modules;
using RetailMember.Redemption;

namespace RetailMember.Marketing.Segments;

/// <summary>What the module registers and maps for segments.</summary>
internal static class SegmentServices
{
    public static void AddSegments(this IServiceCollection services)
    {
        services.AddScoped<SegmentBook>();
        services.AddScoped<SegmentShelf>();
        services.AddScoped<VoucherSegments>();
        services.AddSingleton<IVoucherReasons, VoucherReasons>();
    }

    public static void MapSegments(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindSegments>("GET", "/segments");
        endpoints.ForBrand<ReadSegment>("GET", "/segments/{segment}");
        endpoints.ForBrand<EditSegment>("PUT", "/segments/{segment}");
        endpoints.ForBrand<PreviewSegment>("POST", "/segments/preview");
        endpoints.ForBrand<ReadConditions>("GET", "/segment-conditions");
    }
}
