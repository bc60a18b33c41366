using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Targets.Assessments;

/// <summary>Reckons what people have as assessment pay, and by how much months that are fixed would be other now.</summary>
internal sealed class AssessmentBook(
    StoredValueDb db, SalesFigures figures, TargetBook targets, CommissionRuleBook rulebook, StaffOfMonth staff)
{
    /// <summary>
    /// Of everybody who has a target in the month, best first, as it would be fixed now: by the roles that were noted last in
    /// the month, also of who left since, and of nobody who came after it.
    /// </summary>
    public async Task<IReadOnlyList<AssessmentEntry>> ReckonAsync(DateOnly month, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var sold = await figures.NetOfAsync(month, month, cancel);
        var netOf = sold.ToDictionary(s => s.Seller, s => s.NetFen);
        var plan = await targets.OfAsync(month, cancel);
        var lastMoment = brand.UtcOf(month.AddMonths(1).ToDateTime(TimeOnly.MinValue)).AddTicks(-1);
        var (version, rules) = await rulebook.InForceAtAsync(lastMoment < call.At ? lastMoment : call.At, cancel);
        return
        [
            .. from person in await staff.OfAsync(month, sold, call, cancel)
               let target = plan.OfPerson(person.UserName, person.Roles)
               where target is > 0
               let net = netOf.GetValueOrDefault(person.Id)
               orderby net descending, person.UserName
               select new AssessmentEntry
               {
                   Id = Guid.CreateVersion7(), BrandId = brand.Id, ClosedIn = month, Month = month,
                   SellerId = person.Id, Seller = person.UserName, TargetFen = target.Value, NetFen = net,
                   FullPayFen = rules.AssessmentPay.Fen, Capped = rules.AssessmentCapped,
                   Replaces = person.Roles.Any(rules.AssessmentReplaces.Contains), RuleVersion = version,
                   PayFen = Assessment.PayOf(net, target, rules.AssessmentPay.Fen, rules.AssessmentCapped),
               },
        ];
    }

    /// <summary>
    /// By how much what was fixed before would be more or less now, by the targets and the pay that were fixed then: of sales
    /// that were refunded or credited to another since.
    /// </summary>
    public async Task<IReadOnlyList<AssessmentEntry>> DifferencesAsync(DateOnly closedIn, CancellationToken cancel)
    {
        var approved = db.AssessmentClosings.Where(c => c.State == AssessmentState.Approved);
        var written = await db.AssessmentEntries.AsNoTracking()
            .Where(e => e.ClosedIn < closedIn && approved.Any(c => c.Month == e.ClosedIn)).OrderBy(e => e.Id).ToListAsync(cancel);
        if (written.Count == 0) return [];
        var sold = (await figures.NetOfAsync(written.Min(e => e.Month), written.Max(e => e.Month), cancel))
            .ToDictionary(s => (s.Month, s.Seller), s => s.NetFen);
        return
        [
            .. from rows in written.GroupBy(e => (e.Month, e.SellerId))
               let first = rows.First(e => !e.IsDifference)
               let net = sold.GetValueOrDefault(rows.Key)
               let more = Assessment.PayOf(net, first.TargetFen, first.FullPayFen, first.Capped) - rows.Sum(e => e.PayFen)
               where more != 0
               orderby rows.Key.Month, first.Seller
               select new AssessmentEntry
               {
                   Id = Guid.CreateVersion7(), BrandId = first.BrandId, ClosedIn = closedIn, Month = first.Month,
                   SellerId = first.SellerId, Seller = first.Seller, TargetFen = first.TargetFen, NetFen = net,
                   FullPayFen = first.FullPayFen, Capped = first.Capped, Replaces = first.Replaces,
                   RuleVersion = first.RuleVersion, PayFen = more,
               },
        ];
    }
}
