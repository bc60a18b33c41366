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
    public Task<IReadOnlyList<AssessmentEntry>> ReckonAsync(DateOnly month, CallContext call, CancellationToken cancel) =>
        ReckonAsync(month, only: null, call, cancel);

    /// <summary>The same of one person alone; null: he has no target in the month.</summary>
    public async Task<AssessmentEntry?> ReckonAsync(DateOnly month, Guid person, CallContext call, CancellationToken cancel) =>
        await ReckonAsync(month, only: person, call, cancel) is [var own] ? own : null;

    private async Task<IReadOnlyList<AssessmentEntry>> ReckonAsync(
        DateOnly month, Guid? only, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var sold = await figures.NetOfAsync(month, month, only, cancel);
        var netOf = sold.ToDictionary(s => s.Seller, s => s.NetFen);
        var plan = await targets.OfAsync(month, cancel);
        var lastMoment = brand.UtcOf(month.AddMonths(1).ToDateTime(TimeOnly.MinValue)).AddTicks(-1);
        var (version, rules) = await rulebook.InForceAtAsync(lastMoment < call.At ? lastMoment : call.At, cancel);
        return
        [
            .. from person in await staff.OfAsync(month, sold, only, call, cancel)
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
    /// that were refunded or credited to another since. Of who had no row in such a month, or of a month that was left out as
    /// it paid nobody, all that he would have.
    /// </summary>
    public async Task<IReadOnlyList<AssessmentEntry>> DifferencesAsync(DateOnly closedIn, CallContext call, CancellationToken cancel)
    {
        var closed = await db.AssessmentClosings.AsNoTracking()
            .Where(c => c.State == AssessmentState.Approved && c.Month < closedIn).Select(c => c.Month).ToListAsync(cancel);
        if (closed.Count == 0) return [];
        var written = await db.AssessmentEntries.AsNoTracking()
            .Where(e => EF.Parameter(closed).Contains(e.ClosedIn)).OrderBy(e => e.Id).ToListAsync(cancel);
        var first = await db.SalesTargets.MinAsync(t => (DateOnly?)t.Month, cancel) ?? closed.Min();
        var sold = await figures.NetOfAsync(first < closed.Min() ? first : closed.Min(), closed.Max(), only: null, cancel);
        return
        [
            .. ChangedRows(written, sold, closedIn), .. await MissingRowsAsync(written, sold, closedIn, call, cancel),
        ];
    }

    private static IEnumerable<AssessmentEntry> ChangedRows(
        IEnumerable<AssessmentEntry> written, IEnumerable<SoldInMonth> sold, DateOnly closedIn)
    {
        var netOf = sold.ToDictionary(s => (s.Month, s.Seller), s => s.NetFen);
        return
            from rows in written.GroupBy(e => (e.Month, e.SellerId))
            let first = rows.First()
            let net = netOf.GetValueOrDefault(rows.Key)
            let more = Assessment.PayOf(net, first.TargetFen, first.FullPayFen, first.Capped) - rows.Sum(e => e.PayFen)
            where more != 0
            orderby rows.Key.Month, first.Seller
            select new AssessmentEntry
            {
                Id = Guid.CreateVersion7(), BrandId = first.BrandId, ClosedIn = closedIn, Month = first.Month,
                SellerId = first.SellerId, Seller = first.Seller, TargetFen = first.TargetFen, NetFen = net,
                FullPayFen = first.FullPayFen, Capped = first.Capped, Replaces = first.Replaces,
                RuleVersion = first.RuleVersion, PayFen = more,
            };
    }

    private async Task<IReadOnlyList<AssessmentEntry>> MissingRowsAsync(
        IReadOnlyCollection<AssessmentEntry> written, IEnumerable<SoldInMonth> sold, DateOnly closedIn, CallContext call,
        CancellationToken cancel)
    {
        var known = written.Select(e => (e.Month, e.SellerId)).ToHashSet();
        var missing = new List<AssessmentEntry>();
        SoldInMonth[] without = [.. sold.Where(s => !known.Contains((s.Month, s.Seller)))];
        foreach (var month in await MonthsWithTargetAsync(without, call, cancel))
            missing.AddRange((await ReckonAsync(month, call, cancel))
                .Where(e => e.PayFen != 0 && !known.Contains((month, e.SellerId))).Select(e => e.WrittenIn(closedIn)));
        return missing;
    }

    /// <summary>In which months somebody of these had a target: whoever had none has no row in any, however often he sells.</summary>
    private async Task<IEnumerable<DateOnly>> MonthsWithTargetAsync(
        SoldInMonth[] without, CallContext call, CancellationToken cancel)
    {
        if (without.Length == 0) return [];
        var plans = await targets.OfAsync([.. without.Select(s => s.Month).Distinct()], cancel);
        return (await staff.SellersAsync(without, call.RequiredBrand.Id, cancel))
            .Where(s => plans[s.Month].OfPerson(s.Seller.UserName, s.Seller.Roles) is > 0)
            .Select(s => s.Month).Distinct().Order();
    }
}
