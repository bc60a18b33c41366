using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.Pages.Shared;

namespace RetailMember.Platform.Pages.Jobs;

/// <summary>What runs by the clock, how it went, and starting it by hand.</summary>
internal static class JobPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        Map(endpoints.ChainPages);
        Map(endpoints.BrandPages);
    }

    private static void Map(PageRoutes pages)
    {
        pages.MapGet("/jobs", (PageCall page) => ListAsync(page, FormFaults.None));
        pages.MapPost("/jobs/{name}/run", (PageCall page) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(await page.FormAsync<RunJobNow.Input>());
                return Page.Redirect(page.To("jobs/runs"), Flash.Success("platform.jobs.started"));
            },
            faults => ListAsync(page, faults)));
        pages.MapGet("/jobs/runs", async (PageCall page, JobList jobs) => Page.For<RunListPage>(new RunListModel(
            await page.RunAsync(page.Query<FindRuns.Input>()),
            [.. jobs.Running.Where(j => page.Context.Brand is null || j.Job.PerBrand).Select(j => j.Name)])));
        pages.MapGet("/jobs/runs/{id:guid}", async (PageCall page, Guid id) =>
            Page.PartFor<RunStatePart>(await page.RunAsync(new FindRun.Input(id))));
    }

    private static async Task<IResult> ListAsync(PageCall page, FormFaults faults) => Page.For<JobListPage>(
        new JobListModel((await page.RunAsync(new FindJobs.Input())).Items, page.May("Platform.Jobs.Run"), faults));
}
