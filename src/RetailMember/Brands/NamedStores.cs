using RetailMember.UseCases;

namespace RetailMember.Brands;

/// <summary>Whether stores that somebody names in what he sends are there.</summary>
public static class NamedStores
{
    /// <summary>The code of the fault, which is a text key.</summary>
    public const string NotFound = "store.not-found";

    /// <summary>Names the first store of a list that the brand does not have; null where it has all of them.</summary>
    /// <param name="brands">All stores.</param>
    /// <param name="brandId">The brand.</param>
    /// <param name="codes">As they were given.</param>
    /// <param name="field">JSON path of the list, such as <c>terms.stores</c>.</param>
    public static Refusal? StoreFault(this IBrandDirectory brands, int brandId, IReadOnlyList<string> codes, string field)
    {
        foreach (var (at, code) in codes.Index())
            if (brands.FindStore(brandId, code) is null)
                return Refusal.Invalid([new FieldFault($"{field}[{at}]", NotFound, ("store", code))]);
        return null;
    }
}
