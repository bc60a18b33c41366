namespace RetailMember.Browser.Tests.Platform;

/// <summary>Every page of administration as head office sees it: quiet, open to everybody, no wider than a phone.</summary>
public sealed class AdministrationPagesTests(DemonstrationChain chain)
{
    private static readonly string[] Addresses =
    [
        "/platform/account", "/platform/account/password", "/platform/brands", "/platform/brands/new", "/platform/people",
        "/platform/people/new", "/platform/roles", "/platform/roles/matrix", "/platform/roles/cashier", "/platform/roles/new",
        "/platform/plugins", "/platform/jobs", "/platform/jobs/runs", "/platform/events", "/platform/settings",
        "/platform/settings/Platform.ChainName", "/platform/audit", "/brands/pharmacy/platform/brand",
        "/brands/pharmacy/platform/stores", "/brands/pharmacy/platform/stores/new", "/brands/pharmacy/platform/stores/north",
        "/brands/pharmacy/platform/tills", "/brands/pharmacy/platform/tills/new", "/brands/pharmacy/platform/people",
        "/brands/pharmacy/platform/roles", "/brands/pharmacy/platform/plugins", "/brands/pharmacy/platform/jobs",
        "/brands/pharmacy/platform/settings", "/brands/pharmacy/platform/audit",
    ];

    [Fact]
    public async Task Every_page_is_quiet_and_open_to_everybody()
    {
        await using var visit = await chain.VisitAsync("admin");
        (await BarriersAsync(visit)).ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_fits_a_phone()
    {
        await using var visit = await chain.VisitAsync("admin", VisitOptions.Phone);
        foreach (var address in Addresses)
        {
            await visit.OpenAsync(address);
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, address);
        }
    }

    [Fact]
    public async Task Pages_are_open_to_everybody_in_the_dark()
    {
        await using var visit = await chain.VisitAsync("admin", new VisitOptions { Dark = true });
        (await BarriersAsync(visit)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_role_sees_only_what_it_may_open()
    {
        foreach (var person in (string[])["finance", "pharmacy.director", "pharmacy.manager", "pharmacy.cashier"])
        {
            await using var visit = await chain.VisitAsync(person);
            await visit.OpenAsync("/");
            var links = await visit.Page.Locator("#side-menu a.nav-link").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
            links.ShouldNotBeEmpty(person);
            foreach (var link in links) (await visit.Page.GotoAsync(link))!.Status.ShouldBe(200, $"{person} at {link}");
        }
    }

    private static async Task<List<string>> BarriersAsync(Visit visit)
    {
        var found = new List<string>();
        foreach (var address in Addresses)
        {
            (await visit.Page.GotoAsync(address))!.Status.ShouldBe(200, address);
            found.AddRange((await visit.BarriersAsync()).Select(barrier => $"{address}: {barrier}"));
        }

        return found;
    }
}
