using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>One person with roles and single permissions, as far as they lie in the call's brand.</summary>
[Needs("Platform.People.View")]
internal sealed class FindPerson(PlatformDb db) : Query<FindPerson.Input, FindPerson.Result>
{
    public sealed record Input(Guid Id) : IInput<Result>;

    public sealed record Result(
        Guid Id,
        string UserName,
        string DisplayName,
        string? Language,
        bool Active,
        bool MustChangePassword,
        bool TwoFactorEnabled,
        DateTime? LockedUntil,
        DateTime? LastSignInAt,
        DateTime CreatedAt,
        IReadOnlyList<FindPeople.Held> Roles,
        IReadOnlyList<Single> Permissions);

    /// <param name="BrandId">Null for the whole chain.</param>
    /// <param name="StoreId">Null for the whole brand.</param>
    public sealed record Single(string Permission, int? BrandId, int? StoreId);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brandId = call.Brand?.Id;
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Id, cancel);
        var roles = await db.Assignments.AsNoTracking()
            .Where(a => a.PersonId == input.Id && (brandId == null || a.BrandId == brandId)).ToListAsync(cancel);
        var grants = await db.Grants.AsNoTracking()
            .Where(g => g.PersonId == input.Id && (brandId == null || g.BrandId == brandId)).ToListAsync(cancel);
        if (person is null || (brandId is not null && roles.Count == 0 && grants.Count == 0))
            throw new Refusal("platform.person-not-found", RefusalKind.NotFound, ("person", input.Id));
        return new Result(
            person.Id,
            person.UserName,
            person.DisplayName,
            person.Language,
            person.Active,
            person.MustChangePassword,
            person.TwoFactorEnabled,
            person.LockedUntil,
            person.LastSignInAt,
            person.CreatedAt,
            [.. roles.Select(FindPeople.Held.Of)],
            [.. grants.Select(g => new Single(g.Permission, g.Scope().BrandId, g.Scope().StoreId))]);
    }
}
