using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Demonstration;

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

    [Fact]
    public async Task A_start_in_the_past_is_refused_and_none_at_all_is_one_at_once()
    {
        var trial = await CampaignTrial.DraftAsync(chain);
        (await trial.DraftRefusalAsync(t => t with { StartsAt = new DateTime(2026, 3, 2, 11, 59, 0) })).ShouldBe("marketing.start-past");
        var brand = Shop.Chain.Pharmacy;
        var noon = brand.UtcOf(new DateTime(2026, 3, 2, 12, 0, 0));
        var terms = (await trial.ReadAsync()).CampaignStanding.Terms;
        var atNoon = terms with { StartsAt = new DateTime(2026, 3, 2, 12, 0, 0) };
        atNoon.IsToCome(brand, noon.AddSeconds(59)).ShouldBeTrue("forms know minutes alone");
        atNoon.IsToCome(brand, noon.AddSeconds(60)).ShouldBeFalse();
        terms.IsToCome(brand, noon.AddYears(1)).ShouldBeTrue();

        // It was drafted, or approved, in time, and its time went by.
        await KeepAsync(trial, terms with { StartsAt = new DateTime(2026, 3, 2, 11, 0, 0) });
        (await chain.RefusalOf(await trial.ApprovalAsync())).ShouldBe("marketing.start-past");
        await KeepAsync(trial, terms);
        await trial.ApproveAsync();
        await KeepAsync(trial, terms with { StartsAt = new DateTime(2026, 3, 2, 11, 0, 0) });
        (await chain.RefusalOf(new ScheduleMessageCampaign.Input(trial.Code))).ShouldBe("marketing.start-past");
        await KeepAsync(trial, terms);
        await chain.Do(new ScheduleMessageCampaign.Input(trial.Code));
        await trial.RunAsync();
        (await trial.StateAsync()).ShouldBe(MessageCampaignState.Running);
    }

    [Theory]
    [InlineData("2026-03-02T02:51:00", 0, "2026-03-01T12:00:00")]
    [InlineData("2026-03-02T02:51:00", 6, "2026-02-24T12:00:00")]
    [InlineData("2026-03-02T15:00:00", 0, "2026-03-02T12:00:00")]
    [InlineData("2026-03-02T15:00:00", 40, "2026-01-21T12:00:00")]
    public void The_demonstration_hands_its_campaigns_over_at_noon_of_the_brand_whenever_it_is_made(string now, int daysAgo, string began)
    {
        var brand = Shop.Chain.Pharmacy;

        CampaignPlayer.BeganAt(daysAgo, brand, brand.UtcOf(At(now))).ShouldBe(brand.UtcOf(At(began)));

        static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
    }

    private Task<int> KeepAsync(CampaignTrial trial, MessageCampaignTerms terms) => chain.InTables(tables =>
        tables.GetRequiredService<MarketingDb>().Campaigns.Where(c => c.Code == trial.Code)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Terms, terms.ToJson())));
}
