using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Modules;

namespace RetailMember.Redemption;

/// <summary>Whether what another module brings may be used: it is in service, and on for the current brand or store.</summary>
internal sealed class ModuleSwitches(ModuleCatalogue modules, IBrandDirectory brands, DataSession session)
{
    /// <param name="module">Its name.</param>
    /// <param name="store">Where; null: anywhere in the brand.</param>
    public bool IsOn(string module, int? store = null) =>
        modules.IsRunning(module) && IsWanted(module, store);

    /// <summary>It is on, but out of service: what it would forbid is not known.</summary>
    public bool IsOutOfOrder(string module) => !modules.IsRunning(module) && IsWanted(module, store: null);

    /// <summary>
    /// Those that could say something at a seam, are on, and cannot even be loaded; see
    /// <see cref="ModuleCatalogue.Missing{TSeam}"/>.
    /// </summary>
    public IEnumerable<string> Missing<TSeam>() => modules.Missing<TSeam>().Where(m => IsWanted(m, store: null));

    private bool IsWanted(string module, int? store) => brands.IsOn(module, session.Brand!.Value, store);
}
