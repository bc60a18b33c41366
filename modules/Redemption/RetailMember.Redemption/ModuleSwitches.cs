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
        modules.IsRunning(module) && brands.IsOn(module, session.Brand!.Value, store);
}
