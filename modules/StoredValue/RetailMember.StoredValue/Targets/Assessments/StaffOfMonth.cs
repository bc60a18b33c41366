using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets.Assessments;

/// <summary>Who is assessed for a month, in which roles.</summary>
internal sealed class StaffOfMonth(StoredValueDb db, IStaff staff)
{
    /// <summary>
    /// Of a month that is over everybody whose roles were noted in it, by the last note; of the present one everybody who is
    /// here, and who left in it. Of a month without any note whoever is here now, as he is now: more is not known. Besides,
    /// whoever is credited with a sale of the month.
    /// </summary>
    public async Task<IReadOnlyList<AssessedStaff>> OfAsync(
        DateOnly month, IReadOnlyCollection<SoldInMonth> sold, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var noted = await db.NotedRoles.AsNoTracking().Where(r => r.Month == month).ToListAsync(cancel);
        var isOver = month.AddMonths(1) <= brand.DateOf(call.At);
        var here = isOver && noted.Count > 0
            ? []
            : staff.Of(brand.Id).Select(p => new AssessedStaff(p.Id, p.UserName, [.. p.RolesIn(brand.Id)]));
        return
        [
            .. here
                .Concat(noted.GroupBy(r => r.PersonId)
                    .Select(g => new AssessedStaff(g.Key, g.First().UserName, [.. g.Select(r => r.Role).Order(StringComparer.Ordinal)])))
                .Concat(sold.Select(s => new AssessedStaff(s.Seller, s.SellerName, [.. staff.Find(s.Seller)?.RolesIn(brand.Id) ?? []])))
                .DistinctBy(p => p.Id),
        ];
    }
}

/// <param name="Roles">Codes.</param>
internal sealed record AssessedStaff(Guid Id, string UserName, IReadOnlyList<string> Roles);
