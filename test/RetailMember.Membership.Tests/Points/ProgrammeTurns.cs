using System.Text.Json;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Points;

internal static class ProgrammeTurns
{
    /// <summary>The four tiers by this period, with downgrade to what was qualified for where it ends.</summary>
    public static Task TurnToAsync(this Shop.Shop shop, QualificationPeriod period, DateTime? from = null) => shop.ChangeAsync(
        document => document with
        {
            TierSet = document.TierSet with
            {
                Period = period,
                Downgrade = period == QualificationPeriod.Lifetime ? DowngradePolicy.None : DowngradePolicy.ToQualifying,
            },
        },
        from);

    /// <summary>A new version, changed from the first one and without examples, active now or from a day on.</summary>
    public static async Task ChangeAsync(
        this Shop.Shop shop, Func<ProgrammeDocument, ProgrammeDocument> change, DateTime? from = null)
    {
        var draft = await shop.Do(new DraftProgramme.Input { FromVersion = 1 });
        var read = await shop.Do(new ReadProgrammeVersion.Input(draft.Version));
        var changed = change(ProgrammeJson.Read(read.Document.GetRawText())) with { Examples = [] };
        await shop.Do(new ChangeDraft.Input
        {
            Version = draft.Version,
            Revision = read.Revision,
            Document = JsonDocument.Parse(ProgrammeJson.Write(changed)).RootElement,
        });
        await shop.Do(new ActivateProgramme.Input(draft.Version, from));
    }
}
