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
    /// <param name="month">Its first day.</param>
    /// <param name="sold">What was sold in it, by the same people.</param>
    /// <param name="only">Who alone is meant; null: everybody.</param>
    /// <param name="call">Who asks, and when.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<AssessedStaff>> OfAsync(
        DateOnly month, IReadOnlyCollection<SoldInMonth> sold, Guid? only, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var notes = db.NotedRoles.AsNoTracking().Where(r => r.Month == month);
        var noted = await notes.Where(r => only == null || r.PersonId == only).ToListAsync(cancel);
        var isOver = month.AddMonths(1) <= brand.DateOf(call.At);
        var here = isOver && (noted.Count > 0 || await notes.AnyAsync(cancel))
            ? []
            : staff.Of(brand.Id).Where(p => only is null || p.Id == only)
                .Select(p => new AssessedStaff(p.Id, p.UserName, [.. p.RolesIn(brand.Id)]));
        return
        [
            .. here
                .Concat(noted.GroupBy(r => r.PersonId)
                    .Select(g => new AssessedStaff(g.Key, g.First().UserName, [.. g.Select(r => r.Role).Order(StringComparer.Ordinal)])))
                .Concat(sold.Select(s => new AssessedStaff(s.Seller, s.SellerName, [.. staff.Find(s.Seller)?.RolesIn(brand.Id) ?? []])))
                .DistinctBy(p => p.Id),
        ];
    }

    /// <summary>Who sold something in some months, in the roles in which he is assessed for each.</summary>
    public async Task<IReadOnlyList<(DateOnly Month, AssessedStaff Seller)>> SellersAsync(
        IReadOnlyCollection<SoldInMonth> sold, int brandId, CancellationToken cancel)
    {
        Guid[] sellers = [.. sold.Select(s => s.Seller).Distinct()];
        var noted = (await db.NotedRoles.AsNoTracking().Where(r => EF.Parameter(sellers).Contains(r.PersonId)).ToListAsync(cancel))
            .ToLookup(r => (r.Month, r.PersonId));
        return
        [
            .. sold.Select(s => (s.Month, noted[(s.Month, s.Seller)].ToList() is [var first, ..] own
                ? new AssessedStaff(s.Seller, first.UserName, [.. own.Select(r => r.Role)])
                : new AssessedStaff(s.Seller, s.SellerName, [.. staff.Find(s.Seller)?.RolesIn(brandId) ?? []]))),
        ];
    }
}

/// <param name="Roles">Codes.</param>
internal sealed record AssessedStaff(Guid Id, string UserName, IReadOnlyList<string> Roles);
