using System.Net;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.StoredValue.Tests.Commissions;

/// <summary>Head office drafts commission rules in a form, sees what its examples come to, and puts them into force.</summary>
public sealed class CommissionRulePageTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    private const string Rules = "/brands/apparel/storedvalue/commission-rules";

    [Fact, Trait("Req", "SV-02")]
    public async Task Rules_are_drafted_with_rates_and_examples_and_come_into_force_when_the_examples_come_true()
    {
        var office = await BrowserAsync(DefaultRole.HeadOffice);
        (await office.OpenAsync(Rules)).ShouldNotContain("activation");

        await SaveAsync(office, mustEarn: "40");
        (await office.OpenAsync(Rules)).ShouldSatisfyAllConditions(
            page => page.ShouldContain("2.5%"), page => page.ShouldContain("25.00"), page => page.ShouldContain("40.00"));
        using var refused = await office.SubmitAsync(Rules + "/activation", ("effectiveFrom", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await SaveAsync(office, mustEarn: "25");
        using var done = await office.SubmitAsync(Rules + "/activation", ("effectiveFrom", ""));
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await office.OpenAsync(Rules + "?version=1")).ShouldNotContain("activation");
        (await office.OpenAsync(Rules + "?version=0")).ShouldNotContain("2.5%");
        using var unknown = await office.GetAsync(Rules + "?version=7");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Trait("Req", "SV-02")]
    public async Task Who_sells_neither_reads_nor_drafts_them()
    {
        var seller = await BrowserAsync(DefaultRole.ShopGuide);

        foreach (var address in (string[])[Rules, Rules + "/edit"])
        {
            using var answer = await seller.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        }
    }

    private async Task<TestBrowser> BrowserAsync(string role) =>
        await fixture.Host.Staff.BrowserAsync(role, await fixture.Host.BrandAsync("apparel", "s1"));

    /// <summary>One per cent, but 2.5% for whoever guides through the shop; the spare rows stay empty.</summary>
    private static async Task SaveAsync(TestBrowser office, string mustEarn)
    {
        await office.OpenAsync(Rules + "/edit");
        using var saved = await office.SubmitAsync(
            Rules + "/edit",
            ("terms.perMille", "10"), ("terms.base", "principal"), ("terms.assessmentPay", "500"),
            ("terms.rates[0].role", DefaultRole.ShopGuide), ("terms.rates[0].cardType", ""), ("terms.rates[0].perMille", "25"),
            ("terms.rates[1].role", ""), ("terms.rates[1].perMille", ""),
            ("terms.examples[0].title", "导购售卡"), ("terms.examples[0].role", DefaultRole.ShopGuide),
            ("terms.examples[0].principal", "1000"), ("terms.examples[0].refunded", ""), ("terms.examples[0].mustEarn", mustEarn));
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}
