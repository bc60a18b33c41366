using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>What members may give to each other.</summary>
internal sealed record TransferPolicyForm(bool Allowed, long LeastPoints, long? DailyMost, int LeastDaysLeft);

internal sealed class TransferPolicyPart : Part<TransferPolicyForm>
{
    private const string Path = "$.transfers.";

    public override string Name => "transfers";

    public override TransferPolicyForm Read(ProgrammeDocument document, int? index)
    {
        var policy = document.Transfers;
        return new(policy.Allowed, policy.LeastPoints, policy.DailyMost, policy.LeastDaysLeft);
    }

    public override ProgrammeDocument Write(ProgrammeDocument document, int? index, TransferPolicyForm form) => document with
    {
        Transfers = new TransferPolicy
        {
            Allowed = form.Allowed,
            LeastPoints = form.LeastPoints,
            DailyMost = form.DailyMost,
            LeastDaysLeft = form.LeastDaysLeft,
        },
    };

    public override string? FieldOf(string path, ProgrammeDocument document, int? index) =>
        path.StartsWith(Path, StringComparison.Ordinal) ? path[Path.Length..] : null;
}
