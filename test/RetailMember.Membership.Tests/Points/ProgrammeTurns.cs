using System.Text.Json;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Points;

internal static class ProgrammeTurns
{
    /// <summary>The four tiers by this period, with downgrade to what was qualified for where it ends.</summary>
    public static async Task TurnToAsync(
        this Shop.Shop shop, QualificationPeriod period, DateTime? from = null)
    {
        var draft = await shop.Do(new DraftProgramme.Input { FromVersion = 1 });
        var read = await shop.Do(new ReadProgrammeVersion.Input(draft.Version));
        var document = ProgrammeJson.Read(read.Document.GetRawText());
        var changed = document with
        {
            TierSet = document.TierSet with
            {
                Period = period,
                Downgrade = period == QualificationPeriod.Lifetime ? DowngradePolicy.None : DowngradePolicy.ToQualifying,
            },
        };
        await shop.Do(new ChangeDraft.Input
        {
            Version = draft.Version,
            Revision = read.Revision,
            Document = JsonDocument.Parse(ProgrammeJson.Write(changed)).RootElement,
        });
        await shop.Do(new ActivateProgramme.Input(draft.Version, from));
    }
}
