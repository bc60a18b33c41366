using RetailMember.Apparel.Tasks;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Pages.Tasks;

/// <summary>What stores and the operations centre owe members, the overdue first.</summary>
internal static class TaskPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/tasks", async (PageCall page, IBrandDirectory brands, TableQuery table) =>
            Page.For<TaskListPage>(new TaskListModel(
            await page.RunAsync(page.Query<FindTasks.Input>() with { Size = table.Size }),
            brands.For(page, ApparelPermissions.ViewTasks).AsChoices(), brands.NamesOf(page),
            page.MayAtSomeStore(ApparelPermissions.WorkTasks))));
        pages.MapPost("/task-settlements", async (PageCall page) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<SettleTask.Input>());
            if (outcome.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.SignInNeeded } no) throw no;
            return Page.Redirect(page.Address("apparel/tasks"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + (fault.Fields is [var first, ..] ? first.Code : fault.Code),
                    [.. fault.Facts])
                : Flash.Success("apparel.task-settled-now"));
        });
    }
}

internal sealed record TaskListModel(
    FindTasks.Result Found, IReadOnlyList<Choice> Stores, IReadOnlyDictionary<string, string> StoreNames, bool MayWork);
