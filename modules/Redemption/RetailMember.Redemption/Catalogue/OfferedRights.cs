namespace RetailMember.Redemption.Catalogue;

/// <summary>The rights that points can buy now: those of modules that are switched on.</summary>
internal sealed class OfferedRights(IEnumerable<IRewardRight> rights, ModuleSwitches modules)
{
    /// <summary>Null where no module that is on grants it.</summary>
    /// <param name="name">As its module names it.</param>
    /// <param name="store">Where it is granted; null: anywhere in the brand.</param>
    public IRewardRight? Find(string name, int? store = null) =>
        rights.SingleOrDefault(r => r.Name == name) is { } right && modules.IsOn(right.Module, store) ? right : null;

    public IEnumerable<string> Names =>
        rights.Where(r => modules.IsOn(r.Module)).Select(r => r.Name).Order(StringComparer.Ordinal);
}
