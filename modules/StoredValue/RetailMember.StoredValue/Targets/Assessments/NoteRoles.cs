using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets.Assessments;

/// <summary>
/// Notes each night who works here in which roles, so that a month is assessed by the roles of its end, of a leaver by
/// those of his last night, whoever works here when it is closed. Running it again changes nothing.
/// </summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class NoteRoles(StoredValueDb db, IStaff staff) : UseCase<NoteRoles.Input, NoteRoles.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var month = TargetBook.MonthOf(brand.DateOf(call.At));
        var noted = (await db.NotedRoles.Where(r => r.Month == month).ToListAsync(cancel)).ToLookup(r => r.PersonId);
        var changed = 0;
        foreach (var person in staff.Of(brand.Id))
        {
            var roles = person.RolesIn(brand.Id).ToHashSet();
            NotedRole[] gone = [.. noted[person.Id].Where(r => !roles.Contains(r.Role))];
            roles.ExceptWith(noted[person.Id].Select(r => r.Role));
            db.NotedRoles.RemoveRange(gone);
            db.NotedRoles.AddRange(roles.Select(role => new NotedRole
            {
                BrandId = brand.Id, Month = month, PersonId = person.Id, Role = role, UserName = person.UserName,
            }));
            changed += gone.Length + roles.Count;
        }

        return new Result(changed);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Changed">Roles that somebody has newly, or no more.</param>
    internal sealed record Result(int Changed);
}
