using Microsoft.AspNetCore.Http;
using RetailMember.Groups.Groups;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Groups.Pages.Own;

/// <summary>A member's groups on his own phone: whose points pay for whom, and the way out.</summary>
internal static class OwnGroupPages
{
    public static void Describe(ModuleDescription module) =>
        module.MemberLink(new MemberLink("groups.own.title", "groups", "users-group", 130));

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/", (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost("/{group:guid}/leavings", (PageCall page, Guid group) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(new LeaveGroup.Input { Group = group, Member = IOfMember<LeaveGroup.Input>.Me });
                return Page.Redirect(MemberAddress.Of(page.Context.RequiredBrand, "groups"), Flash.Success("groups.own.left"));
            },
            faults => ShowAsync(page, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) =>
        Page.For<OwnGroupsPage>(new OwnGroupsModel((await page.RunAsync(new FindOwnGroups.Input())).Items, faults));
}

internal sealed record OwnGroupsModel(IReadOnlyList<FindOwnGroups.Row> Groups, FormFaults Faults);
