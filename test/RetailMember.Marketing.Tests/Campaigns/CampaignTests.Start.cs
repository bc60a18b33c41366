using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Tests.Campaigns;

public abstract partial class CampaignTests
{
    [Fact]
    public async Task A_start_that_is_given_with_an_offset_is_what_the_clock_of_the_brand_shows_then()
    {
        var trial = await CampaignTrial.SentOffAsync(
            chain, t => t with { StartsAt = new DateTime(2026, 3, 4, 22, 30, 0, DateTimeKind.Utc) });

        (await trial.ReadAsync()).CampaignStanding.ShouldSatisfyAllConditions(
            c => c.Terms.StartsAt.ShouldBe(new DateTime(2026, 3, 5, 6, 30, 0)),
            c => c.Terms.StartsAt!.Value.Kind.ShouldBe(DateTimeKind.Unspecified),
            c => c.DueAt.ShouldBe(new DateTime(2026, 3, 4, 22, 30, 0)));
        var kept = await chain.InTables(tables => tables.GetRequiredService<MarketingDb>().Campaigns
            .Where(c => c.Code == trial.Code).Select(c => c.Terms).SingleAsync());
        kept.ShouldContain("\"2026-03-05T06:30:00\"");
    }
}
