using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>How long points live, and what a refund does to them.</summary>
internal sealed record PointsPolicyForm(
    ExpiryKind Kind,
    int Months,
    int SettlementDays,
    int PendingDays,
    RefundPolicy RefundPolicy,
    int GraceDays,
    int PointsPerYuan,
    int PointsMostPercent);

internal sealed class PointsPolicyPart : Part<PointsPolicyForm>
{
    private static readonly string[] Own = ["$.pendingDays", "$.graceDays", "$.pointsPerYuan", "$.pointsMostPercent", "$.refundPolicy"];

    public override string Name => "points-policy";

    public override PointsPolicyForm Read(ProgrammeDocument document, int? index) => new(
        document.Expiry.Kind,
        document.Expiry.Months,
        document.Expiry.SettlementDays,
        document.PendingDays,
        document.RefundPolicy,
        document.GraceDays,
        document.PointsPerYuan,
        document.PointsMostPercent);

    public override ProgrammeDocument Write(ProgrammeDocument document, int? index, PointsPolicyForm form) => document with
    {
        Expiry = new ExpiryPolicy { Kind = form.Kind, Months = form.Months, SettlementDays = form.SettlementDays },
        PendingDays = form.PendingDays,
        RefundPolicy = form.RefundPolicy,
        GraceDays = form.GraceDays,
        PointsPerYuan = form.PointsPerYuan,
        PointsMostPercent = form.PointsMostPercent,
    };

    public override string? FieldOf(string path, ProgrammeDocument document, int? index)
    {
        const string Expiry = "$.expiry.";
        if (path.StartsWith(Expiry, StringComparison.Ordinal)) return path[Expiry.Length..];
        return Own.Contains(path) ? path["$.".Length..] : null;
    }
}
