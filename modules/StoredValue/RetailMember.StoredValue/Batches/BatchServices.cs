using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.StoredValue.Batches;

/// <summary>What the module registers and maps for batches of gift cards.</summary>
internal static class BatchServices
{
    public static void AddBatches(this IServiceCollection services) => services.AddScoped<BatchShelf>();

    public static void MapBatches(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindCardBatches>("GET", "/card-batches");
        endpoints.ForBrand<MakeCardBatch>("POST", "/card-batches");
        endpoints.ForBrand<ReadCardBatch>("GET", "/card-batches/{batchCode}");
        endpoints.ForBrand<StopCardBatch>("POST", "/card-batches/{batchCode}/stop");
        endpoints.ForBrand<IssueGiftCard>("POST", "/card-batches/{batchCode}/cards");
    }
}
