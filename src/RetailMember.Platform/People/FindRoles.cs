using Microsoft.EntityFrameworkCore;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>All roles with what they may do, and all permissions that there are.</summary>
[Needs("Platform.Roles.View")]
internal sealed class FindRoles(PlatformDb db, AccessDirectory access, ModuleCatalogue modules, ITexts texts)
    : Query<FindRoles.Input, FindRoles.Result>
{
    public sealed record Input : IInput<Result>;

    public sealed record Result(IReadOnlyList<Item> Roles, IReadOnlyList<Right> Permissions);

    /// <param name="Fixed">Head office: may everything, cannot be changed.</param>
    public sealed record Item(string Code, string Name, bool Fixed, int People, IReadOnlyList<string> Permissions);

    /// <param name="Reach">The smallest scope of a grant that is enough.</param>
    /// <param name="IsApart">Who runs a brand appoints people to it without having it; see <see cref="Permission.Apart"/>.</param>
    public sealed record Right(string Name, string Text, string Module, Reach Reach, bool IsApart);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var roles = await db.Roles.AsNoTracking().ToListAsync(cancel);
        var counts = await db.Assignments.GroupBy(a => a.Role)
            .Select(g => new { g.Key, Count = g.Select(a => a.PersonId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new Result(
            [.. roles.OrderBy(r => Rank(r.Code)).ThenBy(r => r.Code, StringComparer.Ordinal)
                .Select(r => Show(r, counts.GetValueOrDefault(r.Code)))],
            [.. modules.Modules.SelectMany(m => m.Description.Permissions.Select(p => Show(p, m.Name)))]);
    }

    private static int Rank(string code)
    {
        var index = DefaultRole.All.ToList().IndexOf(code);
        return index < 0 ? int.MaxValue : index;
    }

    private Item Show(Role role, int people) => new(
        role.Code,
        role.Name ?? texts["role." + role.Code],
        role.Code == DefaultRole.HeadOffice,
        people,
        [.. (access.Current.Roles.GetValueOrDefault(role.Code) ?? []).Order(StringComparer.Ordinal)]);

    private Right Show(Permission permission, string module) =>
        new(permission.Name, texts["permission." + permission.Name], module, permission.Reach, permission.Apart);
}
