using Microsoft.EntityFrameworkCore;
using RetailMember.People;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>What commission rules may name: roles, card types and sales campaigns that there are.</summary>
internal sealed class NamedInRules(StoredValueDb db, IStaff staff)
{
    /// <summary>Codes, those that head office has made for itself last.</summary>
    public IReadOnlyList<string> RolesOf(int brandId) =>
        [.. DefaultRole.All.Union(staff.Of(brandId).SelectMany(p => p.RolesIn(brandId)))];

    /// <summary>Refuses rules that name what there is not, each by the number of its rate or example.</summary>
    public async Task RequireKnownAsync(CommissionTerms terms, int brandId, CancellationToken cancel)
    {
        var roles = RolesOf(brandId).ToHashSet(StringComparer.Ordinal);
        var types = await db.CardTypes.AsNoTracking().Select(t => t.Code).ToHashSetAsync(cancel);
        var campaigns = await db.SalesCampaigns.AsNoTracking().Select(c => c.Code).ToHashSetAsync(cancel);
        var faults = new List<FieldFault>();
        foreach (var (i, rate) in terms.Rates.Index()) Look("rates", i, rate.Role, rate.CardType, rate.Campaign);
        foreach (var (i, example) in terms.Examples.Index()) Look("examples", i, example.Role, example.CardType, example.Campaign);
        foreach (var (i, role) in terms.AssessmentReplaces.Index())
            if (!roles.Contains(role))
                faults.Add(new FieldFault($"terms.assessmentReplaces[{i}]", "storedvalue.role-unknown", ("row", i + 1)));
        if (faults.Count > 0) throw Refusal.Invalid(faults);

        void Look(string list, int i, string? role, string? type, string? campaign)
        {
            Check("role", "storedvalue.role-unknown", role, roles);
            Check("cardType", "storedvalue.card-type-unknown", type, types);
            Check("campaign", "storedvalue.campaign-unknown", campaign, campaigns);

            void Check(string field, string code, string? named, HashSet<string> known)
            {
                if (named is { Length: > 0 } && !known.Contains(named))
                    faults.Add(new FieldFault($"terms.{list}[{i}].{field}", code, ("row", i + 1)));
            }
        }
    }
}
