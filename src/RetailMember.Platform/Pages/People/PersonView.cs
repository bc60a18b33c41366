using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.People;

/// <summary>Shows a person, and shows him again after each change with what was said about it.</summary>
internal sealed class PersonView(
    ModuleCatalogue modules, RoleChoices roles, ScopeChoices scopes, ITexts texts, TimeProvider time)
{
    public async Task<IResult> ShowAsync(PageCall page, Guid id, FormFaults faults)
    {
        var person = await page.RunAsync(new FindPerson.Input(id));
        return Page.For<PersonPage>(new PersonModel(
            person,
            person.LockedUntil > time.GetUtcNow().UtcDateTime,
            page.May(PeoplePages.Change),
            page.Context.Caller.Id == id,
            roles.All,
            Permissions(page.Context.Caller),
            scopes.For(page, PeoplePages.Change),
            faults));
    }

    /// <param name="change">Answers with the text key of what was done.</param>
    public Task<IResult> SubmitAsync(PageCall page, Guid id, Func<Task<string>> change) => page.SubmitAsync(
        async () =>
        {
            var done = Flash.Success(await change());

            // Whoever lost his last right in a brand is not to be seen there any more.
            var seen = await page.TryAsync(new FindPerson.Input(id));
            return Page.Redirect(page.To(seen.Accepted ? $"people/{id}" : "people"), done);
        },
        faults => ShowAsync(page, id, faults));

    /// <summary>What somebody does not have anywhere he cannot give.</summary>
    private IReadOnlyList<Choice> Permissions(Caller caller) =>
    [
        .. from module in modules.Running
           from permission in module.Description.Permissions
           where caller.HoldsAnywhere(permission.Name)
           select new Choice(permission.Name, $"{texts["module." + module.Name]}: {texts["permission." + permission.Name]}"),
    ];
}
