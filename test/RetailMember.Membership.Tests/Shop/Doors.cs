using System.Text.Json;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Shop;

internal static class Doors
{
    /// <summary>From now on the pharmacy lets people in by this policy.</summary>
    public static async Task OpenDoorsAsync(this Shop shop, EnrolmentPolicy policy)
    {
        var draft = await shop.Do(new DraftProgramme.Input());
        var read = await shop.Do(new ReadProgrammeVersion.Input(draft.Version));
        var document = ProgrammeJson.Read(read.Document.GetRawText()) with { Enrolment = policy };
        await shop.Do(new ChangeDraft.Input
        {
            Version = draft.Version,
            Revision = read.Revision,
            Document = JsonDocument.Parse(ProgrammeJson.Write(document)).RootElement,
        });
        await shop.Do(new ActivateProgramme.Input(draft.Version));
    }

    /// <summary>Lets days go by, and says which day it is then.</summary>
    public static DateOnly Later(this Shop shop, int days)
    {
        var day = DateOnly.FromDateTime(shop.Clock.GetUtcNow().UtcDateTime).AddDays(days);
        shop.Clock.Set(day.ToString("O", null));
        return day;
    }
}
