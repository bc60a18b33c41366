namespace RetailMember.Modules;

/// <summary>
/// A seam that looks at things on their way into the books and may add to them or bound them. Whoever fills it is asked
/// where his module is on, by <see cref="Order"/>, ties by type name; see <see cref="SeamCalls"/> for what becomes of one
/// that fails.
/// </summary>
public interface IModuleSeam
{
    /// <summary>The module that fills it; it is asked only where that module is on for the brand and store.</summary>
    string Module { get; }

    /// <summary>Lower ones first.</summary>
    int Order { get; }
}

/// <summary>What an <see cref="IModuleSeam"/> looks at: whoever is asked works on a copy, which counts once he has answered.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IUnderway<TSelf>
{
    /// <summary>The brand's key.</summary>
    int BrandId { get; }

    /// <summary>The store's key.</summary>
    int StoreId { get; }

    /// <summary>The same without what others have said of it; what they used up of a common bound is used up.</summary>
    TSelf Fresh();

    /// <summary>Takes over what was said of a copy.</summary>
    void Take(TSelf copy);
}
