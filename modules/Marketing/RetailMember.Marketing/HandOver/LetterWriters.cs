using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Modules;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Which letters of other modules may go: those of a module that is off in the brand, quarantined or taken out of the host
/// wait, until their time is up or it is there again.
/// </summary>
internal sealed class LetterWriters(ModuleCatalogue modules, IBrandDirectory brands)
{
    public bool MayWrite(MessageBatch batch, Brand brand)
    {
        // What marketing writes itself names no module: a campaign, a journey.
        if (batch.Purpose.Split(':')[0].Split('.') is not [var writer, _, ..]) return true;
        return modules.Running.FirstOrDefault(m => string.Equals(m.Name, writer, StringComparison.OrdinalIgnoreCase)) is { } module
            && brands.IsOn(module.Name, brand.Id, storeId: null);
    }
}
