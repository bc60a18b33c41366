using System.Security.Cryptography;
using System.Text;
using RetailMember.People;

namespace RetailMember.Testing.Shop;

/// <summary>People whom a test takes on; whoever was not is not here.</summary>
public sealed class StaffInMemory : IStaff
{
    private readonly Dictionary<string, StaffPerson> people = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rights that roles have at first.</summary>
    public IReadOnlyCollection<Permission> Permissions { get; set; } = [];

    /// <summary>The key that a person of this name has in tests.</summary>
    public static Guid KeyOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public StaffPerson Add(string name, string role, int brandId, int? storeId = null)
    {
        var person = new StaffPerson(KeyOf(name), name, name, [new StaffPost(role, new GrantScope(brandId, storeId))]);
        lock (people) return people[name] = person;
    }

    public void Leave(string name)
    {
        lock (people) people.Remove(name);
    }

    public StaffPerson? Find(string userName)
    {
        lock (people) return people.GetValueOrDefault(userName);
    }

    public StaffPerson? Find(Guid person)
    {
        lock (people) return people.Values.FirstOrDefault(p => p.Id == person);
    }

    public bool May(Guid person, string permission, int brandId) =>
        Find(person)?.RolesIn(brandId).ToHashSet() is { } roles
        && Permissions.Any(p => p.Name == permission
            && (roles.Contains(DefaultRole.HeadOffice) || p.DefaultRoles.Any(roles.Contains)));

    public IReadOnlyList<StaffPerson> Of(int brandId)
    {
        lock (people)
        {
            var here = people.Values.Where(p => p.Posts.Any(x => x.Scope.BrandId is null || x.Scope.BrandId == brandId));
            return [.. here.OrderBy(p => p.UserName, StringComparer.Ordinal)];
        }
    }
}
