using RetailMember.People;
using RetailMember.StoredValue.Targets.Assessments.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Targets.Assessments;

/// <summary>What somebody reached in a month, and what that pays.</summary>
/// <param name="Month">First day of the month that it is for.</param>
/// <param name="ClosedIn">First day of the month with whose closing it is written; a later one: a difference.</param>
/// <param name="Seller">User name.</param>
/// <param name="Target">Yuan.</param>
/// <param name="Net">Yuan sold, less refunds.</param>
/// <param name="Attainment">Ten-thousandths of the target.</param>
/// <param name="FullPay">Yuan that reaching the target exactly pays.</param>
/// <param name="Capped">No more is paid than for reaching it.</param>
/// <param name="ReplacesFormer">It replaces the former assessment; else the full pay is taken out of the wage.</param>
/// <param name="Pay">Yuan of assessment pay; of a difference, by how much it is more or, below zero, less.</param>
/// <param name="Missing">Yuan still to be sold.</param>
/// <param name="RuleVersion">Of the commission rules.</param>
internal sealed record AssessedPerson(
    DateOnly Month,
    DateOnly ClosedIn,
    string Seller,
    string DisplayName,
    Money Target,
    Money Net,
    long Attainment,
    Money FullPay,
    bool Capped,
    bool ReplacesFormer,
    Money Pay,
    Money Missing,
    int RuleVersion)
{
    public static AssessedPerson Of(AssessmentEntry e, IStaff staff) => new(
        e.Month, e.ClosedIn, e.Seller, staff.Find(e.Seller)?.DisplayName ?? e.Seller, new Money(e.TargetFen), new Money(e.NetFen),
        Assessment.AttainmentOf(e.NetFen, e.TargetFen)!.Value, new Money(e.FullPayFen), e.Capped, e.Replaces,
        new Money(e.PayFen), new Money(Math.Max(0, e.TargetFen - e.NetFen)), e.RuleVersion);
}
