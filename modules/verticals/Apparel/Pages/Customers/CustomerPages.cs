using RetailMember.Apparel.Customers;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Pages.Customers;

/// <summary>Customers by class, with who looks after them and when somebody was last in touch.</summary>
internal static class CustomerPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/customers", async (PageCall page, IStaff staff, TableQuery table) =>
            Page.For<CustomerListPage>(new CustomerListModel(
            await page.RunAsync(page.Query<FindCustomers.Input>() with { Size = table.Size }),
            [.. staff.Of(page.Context.RequiredBrand.Id).Select(p => new Choice(p.UserName, p.DisplayName))],
            page.May(ApparelPermissions.AssignCustomers))));
        pages.MapPost("/customers/{member}/owner", async (PageCall page) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<SetOwner.Input>());
            if (outcome.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.SignInNeeded } no) throw no;
            return Page.Redirect(page.Address("apparel/customers"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + (fault.Fields is [var first, ..] ? first.Code : fault.Code),
                    [.. fault.Facts])
                : Flash.Success("apparel.owner-set", ("member", outcome.Value.MemberNo)));
        });
    }
}

internal sealed record CustomerListModel(FindCustomers.Result Found, IReadOnlyList<Choice> Staff, bool MayAssign);
