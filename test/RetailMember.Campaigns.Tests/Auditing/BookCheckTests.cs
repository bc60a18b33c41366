using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Reports;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Auditing;

public sealed class BookCheckTestsOnSqlite(SqliteShop shop) : BookCheckTests(shop), IClassFixture<SqliteShop>;

public sealed class BookCheckTestsOnPostgres(PostgresShop shop) : BookCheckTests(shop), IClassFixture<PostgresShop>;

public abstract class BookCheckTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "OPS-08")]
    public async Task The_books_are_sound_after_awards_and_what_was_taken_back_and_what_is_tampered_with_is_found()
    {
        var terms = SharePoster() with { BudgetPoints = 500 };
        await shop.CampaignAsync(terms with { Prize = new Prize { Points = 50, Growth = 5 }, Examples = [terms.Examples[0]] });
        var (one, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        var given = await shop.Do(Did(terms.Behaviour!, one));
        await shop.Do(Did(terms.Behaviour!, other));
        await shop.Do(new RevokeAward.Input(given.Award, "mistake"));
        (await FaultsAsync()).ShouldBeEmpty();

        await shop.InTables(async tables =>
        {
            var (campaigns, members) = (tables.GetRequiredService<CampaignsDb>(), tables.GetRequiredService<MembershipDb>());
            await campaigns.Campaigns.ExecuteUpdateAsync(set => set.SetProperty(c => c.SpentPoints, 501));
            await campaigns.Awards.Where(a => a.MemberId == other.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Points, 60));
            return await members.MemberAwards.Where(a => a.MemberId == one.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Key, "campaign/" + Guid.CreateVersion7().ToString("N")));
        });

        (await FaultsAsync()).Select(f => f.Code).ShouldBe(
            [
                "campaign-spent-is-not-awards", "campaign-budget-exceeded", "campaign-award-is-not-recorded", "award-without-campaign",
            ],
            ignoreOrder: true);
        (await AwardFaultsAsync()).ShouldBeEmpty();

        await shop.InTables(tables => tables.GetRequiredService<MembershipDb>().MemberAwards.Where(a => a.MemberId == other.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Points, 60)));
        (await AwardFaultsAsync()).ShouldBe(["award-is-not-posting"]);
        await shop.InTables(tables => tables.GetRequiredService<MembershipDb>().MemberAwards.Where(a => a.MemberId == other.Id)
            .ExecuteDeleteAsync());
        (await AwardFaultsAsync()).ShouldBe(["posting-without-award"]);
    }

    private Task<IReadOnlyList<BookFault>> FaultsAsync() => shop.InTables(tables =>
        tables.GetServices<IBookCheck>().Single(c => c.Module == "Campaigns").FindAsync(default));

    private async Task<IReadOnlyList<string>> AwardFaultsAsync() =>
        [.. (await shop.InTables(tables => tables.GetRequiredService<AwardChecks>().FindAsync(default))).Select(f => f.Code)];
}
