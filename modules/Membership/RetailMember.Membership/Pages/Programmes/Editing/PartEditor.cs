using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Pages.Programmes.Reading;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Programmes;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>Shows the form of one part of a draft, and writes what it sends into the draft.</summary>
internal sealed class PartEditor<TPage, TForm>(PageCall page, IBrandDirectory brands, Part<TForm> part, int version)
    where TPage : IComponent
    where TForm : class
{
    /// <summary>
    /// Faults that another part can cause or heal: tiers are raised one after the other, so they must not keep a form from
    /// being saved. The version's page lists them, and activation refuses them.
    /// </summary>
    private static readonly HashSet<string> Tolerated =
        [ProgrammeFault.Prefix + "threshold-not-rising", ProgrammeFault.Prefix + "duplicate-rank"];

    public async Task<IResult> ShowAsync(int? index, FormFaults faults, int status = StatusCodes.Status200OK)
    {
        var draft = await ReadAsync();
        var document = draft.ReadDocument();
        var frame = new PartFrameModel(
            version, draft.Revision, part.Name, part.IsList, index, document,
            new ProgrammeWords(page.Texts, document, brands.NamesOf(page)),
            [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)],
            faults);
        return Page.For<TPage>(new PartModel<TForm>(frame, part.Read(document, index)), status);
    }

    public Task<IResult> SaveAsync(int? index) => page.SubmitAsync(
        async () =>
        {
            var sent = await page.FormAsync<PartInput<TForm>>();
            var draft = await ReadAsync();
            var document = part.Write(draft.ReadDocument(), index, sent.Part);
            var faults = FaultsIn(document, index);
            if (faults.Any) return await ShowAsync(index, faults, StatusCodes.Status422UnprocessableEntity);
            await StoreAsync(draft, sent.Revision, document);
            return Done("membership.programmes.saved");
        },
        faults => ShowAsync(index, faults));

    public Task<IResult> RemoveAsync(int index, Func<ProgrammeDocument, int, ProgrammeDocument> without) => page.SubmitAsync(
        async () =>
        {
            var sent = await page.FormAsync<Removal>();
            var draft = await ReadAsync();
            await StoreAsync(draft, sent.Revision, without(draft.ReadDocument(), index));
            return Done("membership.programmes.removed");
        },
        faults => ShowAsync(index, faults));

    private async Task<ReadProgrammeVersion.Result> ReadAsync()
    {
        page.Require(MembershipPermissions.EditProgrammes);
        var draft = await page.RunAsync(new ReadProgrammeVersion.Input(version));
        return draft.Status == ProgrammeStatus.Draft
            ? draft
            : throw new Refusal("membership.programme-not-a-draft", RefusalKind.Conflict, ("version", version));
    }

    private Task<ChangeDraft.Result> StoreAsync(ReadProgrammeVersion.Result draft, long revision, ProgrammeDocument document) =>
        page.RunAsync(new ChangeDraft.Input
        {
            Version = version,
            Revision = revision,
            Note = draft.Note,
            Document = JsonSerializer.Deserialize<JsonElement>(ProgrammeJson.Write(document)),
        });

    private FormFaults FaultsIn(ProgrammeDocument document, int? index)
    {
        var faults =
            from fault in ProgrammeCheck.Faults(document)
            where !Tolerated.Contains(fault.Code)
            let field = part.FieldOf(fault.Path, document, index)
            where field is not null
            select ("part." + field, ProgrammeReview.Fault.Of(fault, page.Texts).Message);
        return new FormFaults([], faults);
    }

    private IResult Done(string text) => Page.Redirect(
        page.ToVersion(version, part.Name == VersionPages.Examples ? VersionPages.Examples : "#" + part.Name),
        Flash.Success(text));

    internal sealed record Removal(long Revision);
}
