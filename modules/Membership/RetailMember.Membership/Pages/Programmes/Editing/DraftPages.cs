using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Pages.Programmes.Reading;
using RetailMember.Membership.Programmes;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>What happens to a draft as a whole: written as JSON, activated, given up.</summary>
internal static class DraftPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapPost("/programmes/{version:int}/" + VersionPages.Document, WriteAsync);
        pages.MapPost("/programmes/{version:int}/note", NoteAsync);
        pages.MapPost("/programmes/{version:int}/activation", (PageCall page, TimeProvider time, int version) =>
            page.SubmitAsync<ActivateProgramme.Input, ActivateProgramme.Result>(
                done => Page.Redirect(page.ToVersion(version), Flash.Success(
                    done.EffectiveFrom > time.GetUtcNow().UtcDateTime
                        ? "membership.programmes.scheduled"
                        : "membership.programmes.activated",
                    ("version", version))),
                faults => Back(page, version, faults)));
        pages.MapPost("/programmes/{version:int}/withdrawal", (PageCall page, int version) =>
            page.SubmitAsync<WithdrawProgramme.Input, WithdrawProgramme.Result>(
                _ => Page.Redirect(page.ToVersion(version), Flash.Success("membership.programmes.withdrawn", ("version", version))),
                faults => Back(page, version, faults)));
        pages.MapPost("/programmes/{version:int}/discard", (PageCall page, int version) =>
            page.SubmitAsync<DiscardDraft.Input, DiscardDraft.Result>(
                _ => Page.Redirect(
                    page.Address("membership/programmes"),
                    Flash.Success("membership.programmes.discarded", ("version", version))),
                faults => Back(page, version, faults)));
    }

    private static Task<IResult> NoteAsync(PageCall page, int version) => page.SubmitAsync(
        async () =>
        {
            var sent = await page.FormAsync<WrittenNote>();
            var read = await page.RunAsync(new ReadProgrammeVersion.Input(version));
            await page.RunAsync(new ChangeDraft.Input
            {
                Version = version,
                Revision = sent.Revision,
                Note = sent.Note,
                Document = read.Document,
            });
            return Page.Redirect(page.ToVersion(version), Flash.Success("membership.programmes.saved"));
        },
        faults => Task.FromResult(Back(page, version, faults)));

    private static Task<IResult> WriteAsync(PageCall page, VersionReader reader, int version) => page.SubmitAsync(
        async () =>
        {
            var sent = await page.FormAsync<WrittenDocument>();
            var read = await page.RunAsync(new ReadProgrammeVersion.Input(version));
            await page.RunAsync(new ChangeDraft.Input
            {
                Version = version,
                Revision = sent.Revision,
                Note = read.Note,
                Document = Parse(sent.Document),
            });
            return Page.Redirect(
                page.ToVersion(version, VersionPages.Document), Flash.Success("membership.programmes.saved"));
        },
        faults => VersionPages.ShowDocumentAsync(page, reader, version, faults));

    private static JsonElement Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new Refusal(
                "membership.programme-unreadable", RefusalKind.Invalid,
                ("path", $"{fault.LineNumber + 1}:{fault.BytePositionInLine + 1}"));
        }
    }

    /// <summary>The dialog is gone with the request; the version's page says why nothing was done.</summary>
    private static IResult Back(PageCall page, int version, FormFaults faults) => Page.Redirect(
        page.ToVersion(version),
        Flash.Danger("membership.programmes.not-done", ("why", string.Join(" ", faults.Whole.Concat(faults.For("effectiveFrom"))))));

    internal sealed record WrittenNote(long Revision, string? Note = null);

    internal sealed record WrittenDocument(long Revision, string Document);
}
