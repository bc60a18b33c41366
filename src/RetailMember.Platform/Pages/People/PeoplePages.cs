using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;
using RetailMember.Values;

namespace RetailMember.Platform.Pages.People;

/// <summary>Finding people and taking them on, in one brand or in the whole chain.</summary>
internal static class PeoplePages
{
    public const string Change = "Platform.People.Change";

    public static void Map(ModuleEndpoints endpoints)
    {
        Map(endpoints.ChainPages);
        Map(endpoints.BrandPages);
    }

    private static void Map(PageRoutes pages)
    {
        pages.MapGet("/people", ListAsync);
        pages.MapGet("/people/export.{format}", (PageCall page, PersonColumns columns, string format) =>
        {
            var asked = page.Query<FindPeople.Input>() with { Size = Cursor.LargestSize };
            return ExportFile.Of(
                format, "people", columns.All, page.TimeZone,
                ExportFile.PageByPage(after => page.RunAsync(asked with { After = after })));
        });
        pages.MapGet("/people/new", (PageCall page, ScopeChoices scopes, RoleChoices roles) =>
        {
            page.Require(Change);
            return Form(page, scopes, roles, FormFaults.None);
        });
        pages.MapPost("/people/new", TakeOnAsync);
    }

    private static async Task<IResult> ListAsync(PageCall page, RoleChoices roles)
    {
        var asked = page.Query<FindPeople.Input>();
        return Page.For<PeopleListPage>(new PeopleListModel(
            await page.RunAsync(asked),
            roles.All,
            asked with { After = null, Size = Cursor.DefaultSize } != new FindPeople.Input(),
            page.May(Change)));
    }

    /// <summary>Answers with the first password itself: after a redirect nobody could show it any more.</summary>
    private static Task<IResult> TakeOnAsync(PageCall page, ScopeChoices scopes, RoleChoices roles) => page.SubmitAsync(
        async () =>
        {
            var form = await page.FormAsync<PersonForm>();
            var (call, store) = scopes.Read(form.Scope, page);
            var made = await call.RunAsync(
                new CreatePerson.Input(form.UserName, form.DisplayName, form.Role, store, form.Language));
            return Page.For<FirstPasswordPage>(
                new FirstPasswordModel(made.Id, form.DisplayName, made.UserName, made.FirstPassword));
        },
        faults => Task.FromResult(Form(page, scopes, roles, faults)));

    private static IResult Form(PageCall page, ScopeChoices scopes, RoleChoices roles, FormFaults faults) =>
        Page.For<PersonFormPage>(new PersonFormModel(roles.All, scopes.For(page, Change), faults));

    private sealed record PersonForm(string UserName, string DisplayName, string Role, string Scope, string? Language = null);
}
