using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.People;

/// <summary>People by name, in the order of their user names: those of the call's brand, or of the whole chain.</summary>
[Needs("Platform.People.View")]
internal sealed class FindPeople(PlatformDb db) : Query<FindPeople.Input, PageOf<FindPeople.Item>>
{
    /// <param name="Search">Part of the user name or the name shown.</param>
    /// <param name="Inactive">Those who left instead of those who are here.</param>
    public sealed record Input(
        string? Search = null,
        string? Role = null,
        bool Inactive = false,
        string? After = null,
        int Size = Cursor.DefaultSize)
        : IInput<PageOf<Item>>;

    /// <param name="LockedUntil">UTC; after too many wrong passwords.</param>
    public sealed record Item(
        Guid Id,
        string UserName,
        string DisplayName,
        bool Active,
        bool MustChangePassword,
        bool TwoFactorEnabled,
        DateTime? LockedUntil,
        DateTime? LastSignInAt,
        IReadOnlyList<Held> Roles);

    /// <param name="BrandId">Null for the whole chain.</param>
    /// <param name="StoreId">Null for the whole brand.</param>
    public sealed record Held(string Role, int? BrandId, int? StoreId)
    {
        internal static Held Of(Assignment row) => new(row.Role, row.Scope().BrandId, row.Scope().StoreId);
    }

    private sealed record Place(string UserName);

    protected override async Task<PageOf<Item>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var people = Within(call.Brand?.Id, input.Role).Where(p => p.Active == !input.Inactive);
        if (input.Search is { } search)
        {
            var upper = search.ToUpperInvariant();
            people = people.Where(p => p.NormalizedUserName.Contains(upper) || p.DisplayName.Contains(search));
        }

        if (Cursor.Read<Place>(input.After) is { } after)
            people = people.Where(p => string.Compare(p.NormalizedUserName, after.UserName) > 0);
        var rows = await people.OrderBy(p => p.NormalizedUserName).Take(input.Size + 1).ToListAsync(cancel);
        var held = await RolesOfAsync([.. rows.Select(r => r.Id)], call.Brand?.Id, cancel);
        return PageOf<Item>.Of(rows, input.Size, p => new Place(p.NormalizedUserName), p => Show(p, held[p.Id]));
    }

    private IQueryable<Person> Within(int? brandId, string? role)
    {
        var people = db.People.AsNoTracking();
        if (brandId is { } brand)
        {
            people = people.Where(p =>
                db.Assignments.Any(a => a.PersonId == p.Id && a.BrandId == brand)
                || db.Grants.Any(g => g.PersonId == p.Id && g.BrandId == brand));
        }

        return role is null ? people : people.Where(p => db.Assignments.Any(a => a.PersonId == p.Id && a.Role == role));
    }

    private async Task<ILookup<Guid, Assignment>> RolesOfAsync(List<Guid> people, int? brandId, CancellationToken cancel)
    {
        var rows = await db.Assignments.AsNoTracking()
            .Where(a => people.Contains(a.PersonId) && (brandId == null || a.BrandId == brandId))
            .ToListAsync(cancel);
        return rows.ToLookup(a => a.PersonId);
    }

    private static Item Show(Person person, IEnumerable<Assignment> roles) => new(
        person.Id,
        person.UserName,
        person.DisplayName,
        person.Active,
        person.MustChangePassword,
        person.TwoFactorEnabled,
        person.LockedUntil,
        person.LastSignInAt,
        [.. roles.Select(Held.Of)]);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
            RuleFor(i => i.Search).MaximumLength(PlatformDb.NameLength);
        }
    }
}
