using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Tests.Segments;

namespace RetailMember.Marketing.Tests.Campaigns;

public sealed class LeaverTestsOnSqlite(SqliteGatewayHost host) : LeaverTests(host), IClassFixture<SqliteGatewayHost>;

public sealed class LeaverTestsOnPostgres(PostgresGatewayHost host) : LeaverTests(host), IClassFixture<PostgresGatewayHost>;

/// <summary>Who wants no more since a campaign's message.</summary>
public abstract class LeaverTests(GatewayHost host)
{
    [Fact, Trait("Req", "SMS-16")]
    public async Task Who_left_by_either_way_after_his_message_counts_once_and_only_in_the_days_that_count()
    {
        var studio = await Studio.OpenAsync(host);
        var members = await studio.MembersAsync(6);
        var code = await studio.DraftAsync(Conditions.All());
        await studio.SecondAsync(await studio.ApprovalAsync(code));
        await studio.RunAsync(new ScheduleMessageCampaign.Input(code));
        await studio.RunAsync(new RunMessageCampaigns.Input());
        await studio.AgreeAsync(members[5].MemberNo, granted: false);
        host.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await studio.HandOverAsync();
        (await LeftAsync()).ShouldBe(0, "Who withdrew before got no message.");
        host.Host.Clock.Advance(TimeSpan.FromMinutes(1));

        await studio.OptOutInStoreAsync(members[0].MemberNo);
        await studio.AgreeAsync(members[0].MemberNo, granted: false);
        await studio.AgreeAsync(members[1].MemberNo, granted: false);
        (await LeftAsync()).ShouldBe(2);
        await studio.MergeAsync(members[2], into: members[3]);
        await studio.AgreeAsync(members[3].MemberNo, granted: false);
        (await LeftAsync()).ShouldBe(3);
        await BeginEarlierAsync(studio, code, TimeSpan.FromDays(31));

        (await LeftAsync()).ShouldBe(0, "The days that count were over.");

        async Task<long?> LeftAsync() => (await studio.RunAsync(new ReadMessageCampaign.Input(code))).Effects.OptedOut;
    }

    private Task<bool> BeginEarlierAsync(Studio studio, string campaign, TimeSpan by) =>
        host.Host.InBrandAsync(studio.Brand, async scope =>
        {
            var (session, db) = (scope.GetRequiredService<DataSession>(), scope.GetRequiredService<MarketingDb>());
            await session.BeginAsync();
            (await db.Campaigns.SingleAsync(c => c.Code == campaign)).StartedAt -= by;
            await session.SaveAsync();
            await session.CommitAsync();
            return true;
        });
}
