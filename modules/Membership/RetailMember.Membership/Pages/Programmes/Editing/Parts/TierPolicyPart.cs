using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>What holds for all tiers.</summary>
internal sealed record TierPolicyForm(
    QualificationPeriod Period, DowngradePolicy Downgrade, bool GrantedTiersEnd, bool ResetOnPromotion, bool DemoteOnRefund,
    int WarnDaysBeforePeriodEnd);

internal sealed class TierPolicyPart : Part<TierPolicyForm>
{
    private const string Path = "$.tierSet.";

    public override string Name => "tier-policy";

    public override TierPolicyForm Read(ProgrammeDocument document, int? index)
    {
        var set = document.TierSet;
        return new(
            set.Period, set.Downgrade, set.GrantedTiersEnd, set.ResetOnPromotion, set.DemoteOnRefund, set.WarnDaysBeforePeriodEnd);
    }

    public override ProgrammeDocument Write(ProgrammeDocument document, int? index, TierPolicyForm form) => document with
    {
        TierSet = document.TierSet with
        {
            Period = form.Period,
            Downgrade = form.Downgrade,
            GrantedTiersEnd = form.GrantedTiersEnd,
            ResetOnPromotion = form.ResetOnPromotion,
            DemoteOnRefund = form.DemoteOnRefund,
            WarnDaysBeforePeriodEnd = form.WarnDaysBeforePeriodEnd,
        },
    };

    public override string? FieldOf(string path, ProgrammeDocument document, int? index) =>
        path.StartsWith(Path, StringComparison.Ordinal) && !path.StartsWith(Path + "tiers", StringComparison.Ordinal)
            ? path[Path.Length..]
            : null;
}
