namespace RetailMember.Pharmacy.Tests.Rules;

/// <summary>The programme that the club proposes, on the real core.</summary>
public sealed class ProposedProgrammeTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    [Fact, Trait("Req", "PH-13")]
    public async Task Medicines_that_are_no_gift_and_what_insurance_pays_earn_nothing_by_the_proposed_programme()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await club.PostAsync("membership/programmes", new { template = "health-club" });
        await club.PostAsync("membership/programmes/2/activation", new { });
        var member = await club.MemberAsync();

        var mixed = await club.PostAsync("membership/purchases", new
        {
            receiptNo = "mixed", storeCode = "s1", member,
            lines = new[]
            {
                new { category = "rx", quantity = 1, amount = 100 }, new { category = "otc-a", quantity = 1, amount = 50 },
                new { category = "vitamins", quantity = 1, amount = 80 },
            },
        });
        var insured = await club.PostAsync("membership/purchases", new
        {
            receiptNo = "insured", storeCode = "s1", member, lines = new[] { new { category = "vitamins", quantity = 1, amount = 80 } },
            tenders = new[] { new { kind = "external", code = "medical-insurance", amount = 60 } },
        });

        (mixed.GetProperty("points").GetInt64(), insured.GetProperty("points").GetInt64()).ShouldBe((80, 20));
    }
}
