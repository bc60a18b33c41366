using Microsoft.AspNetCore.Http;
using RetailMember.Groups.Groups;
using RetailMember.Groups.Kinds;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Groups.GroupPermissions;

namespace RetailMember.Groups.Pages;

/// <summary>The list of groups, one of them, and the form that makes one.</summary>
internal static class GroupPages
{
    private const string One = "/groups/{group:guid}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/groups", async (PageCall page, TableQuery table) => Page.For<GroupListPage>(new GroupListModel(
            await page.RunAsync(page.Query<FindGroups.Input>() with { Size = table.Size }),
            (await page.RunAsync(new FindKinds.Input())).Kinds, page.May(ManageGroups), page.May(EditKinds))));
        pages.MapGet("/groups/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "groups", Columns(page), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindGroups.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet("/groups/new", (PageCall page, string? kind) => FormAsync(page, kind, FormFaults.None));
        pages.MapPost("/groups/new", (PageCall page, string? kind) => page.SubmitAsync(
            async () =>
            {
                var formed = await page.RunAsync((await page.FormAsync<GroupForm>()).ToInput());
                return Page.Redirect(AddressOf(page, formed.Group), Flash.Success("groups.formed"));
            },
            faults => FormAsync(page, kind, faults)));
        pages.MapGet(One, (PageCall page, Guid group) =>
            ShowAsync(page, group, FormFaults.None));
        MapStep<JoinGroup.Input>(pages, "members", "groups.joined");
        MapStep<LeaveGroup.Input>(pages, "leavings", "groups.left");
        MapStep<HandOverGroup.Input>(pages, "handover", "groups.handed-over");
        MapStep<EndGroup.Input>(pages, "end", "groups.has-ended");
        KindPages.Map(pages);
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string done)
        where TInput : IInput<GroupMoved> =>
        pages.MapPost($"{One}/{step}", (PageCall page, Guid group) =>
            page.SubmitAsync<TInput, GroupMoved>(
                moved => Page.Redirect(AddressOf(page, moved.Group), Flash.Success(done, ("memberNo", moved.MemberNo))),
                faults => ShowAsync(page, group, faults)));

    private static async Task<IResult> ShowAsync(PageCall page, Guid group, FormFaults faults) => Page.For<GroupPage>(
        new GroupModel(await page.RunAsync(new ReadGroup.Input(group)), page.May(ManageGroups), faults));

    private static async Task<IResult> FormAsync(PageCall page, string? kind, FormFaults faults)
    {
        page.Require(ManageGroups);
        KindView[] kinds = [.. (await page.RunAsync(new FindKinds.Input())).Kinds.Where(k => !k.Withdrawn)];
        return Page.For<GroupFormPage>(new GroupFormModel(
            kinds, Array.Find(kinds, k => k.Kind == kind) ?? (kinds is [var only] ? only : null), faults));
    }

    private static string AddressOf(PageCall page, Guid group) => page.Address($"groups/groups/{group}");

    private static IReadOnlyList<ExportColumn<FindGroups.Row>> Columns(PageCall page) =>
    [
        new(page.Texts["groups.kind"], r => r.KindName.In(page.Texts.Language)),
        new(page.Texts["groups.name"], r => r.Name),
        new(page.Texts["groups.holder"], r => r.HolderNo),
        new(page.Texts["groups.members"], r => r.Members),
        new(page.Texts["groups.formed-at"], r => r.FormedAt),
        new(page.Texts["groups.ended-at"], r => r.EndedAt),
    ];

    /// <summary>As its form has it: the other members are one text, a number a line.</summary>
    internal sealed record GroupForm
    {
        private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', '，', ';', '；', '、'];

        public required string Key { get; init; }
        public required string Kind { get; init; }
        public string? Name { get; init; }
        public required string Holder { get; init; }
        public string? Members { get; init; }
        public bool Agreed { get; init; }
        public bool ProofSeen { get; init; }

        public FormGroup.Input ToInput() => new()
        {
            Key = Key,
            Kind = Kind,
            Name = Name,
            Holder = Holder,
            Members = [.. (Members ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct()],
            Agreed = Agreed,
            ProofSeen = ProofSeen,
        };
    }
}
