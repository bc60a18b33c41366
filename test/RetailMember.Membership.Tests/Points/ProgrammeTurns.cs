using System.Text.Json;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Points;

internal static class ProgrammeTurns
{
    /// <summary>Comes out under every programme: what the till has priced is to be paid.</summary>
    public static readonly WorkedExample Priced = new()
    {
        Name = "priced by the till",
        Given = new ExampleGiven { Basket = [new BasketLine(100_00, 90_00)], At = new DateTime(2026, 3, 2, 10, 0, 0) },
        Expect = new ExampleExpectation { PayFen = 90_00 },
    };

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

    /// <summary>The tiers, with silver at all of these goals.</summary>
    public static TierSet SilverAt(this TierSet set, params QualificationGoal[] goals) => set with
    {
        Tiers = [.. set.Tiers.Select(t => t.Code != "silver" ? t : t with { Qualification = new(QualificationMatch.All, goals) })],
    };

    /// <summary>A new version, changed from the first one with an example that always comes out, active now or from a day on.</summary>
    public static async Task ChangeAsync(
        this Shop.Shop shop, Func<ProgrammeDocument, ProgrammeDocument> change, DateTime? from = null)
    {
        var draft = await shop.Do(new DraftProgramme.Input { FromVersion = 1 });
        var read = await shop.Do(new ReadProgrammeVersion.Input(draft.Version));
        var changed = change(ProgrammeJson.Read(read.Document.GetRawText())) with { Examples = [Priced] };
        await shop.Do(new ChangeDraft.Input
        {
            Version = draft.Version,
            Revision = read.Revision,
            Document = JsonDocument.Parse(ProgrammeJson.Write(changed)).RootElement,
        });
        await shop.Do(new ActivateProgramme.Input(draft.Version, from));
    }
}
