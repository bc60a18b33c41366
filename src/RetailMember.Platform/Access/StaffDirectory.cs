using RetailMember.People;

namespace RetailMember.Platform.Access;

/// <summary>People for modules, from memory.</summary>
internal sealed class StaffDirectory(AccessDirectory access) : IStaff
{
    public StaffPerson? Find(string userName)
    {
        var found = access.Current.People.Values
            .FirstOrDefault(p => p.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : Show(found);
    }

    public StaffPerson? Find(Guid person) =>
        access.Current.People.TryGetValue(person, out var found) ? Show(found) : null;

    public IReadOnlyList<StaffPerson> Of(int brandId) =>
    [
        .. access.Current.People.Values.Where(p => p.Posts.Any(x => x.Scope.BrandId is null || x.Scope.BrandId == brandId))
            .OrderBy(p => p.UserName, StringComparer.Ordinal).Select(Show),
    ];

    public bool May(Guid person, string permission, int brandId) =>
        access.Current.People.TryGetValue(person, out var found) && found.Rights.HoldsIn(permission, brandId);

    private static StaffPerson Show(PersonAccess person) => new(person.Id, person.UserName, person.DisplayName, person.Posts);
}
