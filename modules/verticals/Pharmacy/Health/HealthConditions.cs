using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;

namespace RetailMember.Pharmacy.Health;

/// <summary>
/// What segments of messages may ask of health data: only members who have agreed to it apart from everything else are ever
/// found, what a test has found is never asked, and where the club is off there is nothing to ask.
/// </summary>
internal sealed class HealthConditions(PharmacyDb db, IBrandDirectory brands, DataSession session) : IMemberConditions
{
    public const string Agreed = "pharmacy.health-agreed";
    public const string NotTested = "pharmacy.not-tested";
    public const string Days = "days";

    private const int MostDays = 3_650;

    public Task<IReadOnlyList<MemberConditionKind>> KindsAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MemberConditionKind>>(
            brands.IsOn(PharmacyModule.ModuleName, session.Brand!.Value, storeId: null)
                ?
                [
                    new MemberConditionKind(Agreed, []) { IsSensitive = true },
                    new MemberConditionKind(NotTested, [WithinDays]) { IsProfiling = true, IsSensitive = true },
                ]
                : []);

    public IReadOnlyList<MemberSelection> Select(IReadOnlyList<MemberCondition> all, DateOnly today) =>
        [new MemberSelection(WhoAgreed), .. all.Where(c => c.Kind == NotTested).Select(c => Tested(c, today))];

    private static MemberConditionField WithinDays =>
        new(Days, ConditionFieldKind.Number) { Needed = true, Least = 1, Most = MostDays };

    private IQueryable<Guid> WhoAgreed =>
        db.HealthConsents.AsNoTracking().Where(c => c.WithdrawnAt == null).Select(c => c.MemberId);

    /// <summary>Who had a test within the days that end today is left out.</summary>
    private MemberSelection Tested(MemberCondition condition, DateOnly today)
    {
        var since = today.AddDays(1 - (int)condition.Number(Days)!.Value);
        return new MemberSelection(
            db.HealthRecords.AsNoTracking().Where(r => r.Kind == HealthRecordKind.GlucoseTest && r.On >= since)
                .Select(r => r.MemberId).Distinct(),
            IsExcluded: true);
    }
}
