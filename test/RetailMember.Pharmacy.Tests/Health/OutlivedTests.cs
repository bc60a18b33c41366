using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Health;

/// <summary>The club taken out of the product while members leave, and put back.</summary>
[Trait("Req", "PH-14")]
public sealed class OutlivedTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("retailmember-club-").FullName;

    [Fact, Trait("Req", "OPS-06"), Trait("Req", "PH-12")]
    public async Task Whoever_left_while_the_club_was_taken_out_has_his_health_data_erased_in_the_night_after_it_is_back_on_or_off()
    {
        string brand, leaves, stays;
        await using (var host = await StartAsync(plugged: true))
        {
            var club = await ClubChain.OpenAsync(host, on: true);
            (brand, leaves, stays) = (club.Brand.Code, await club.MemberAsync(), await club.MemberAsync());
            foreach (var member in new[] { leaves, stays })
            {
                await club.PostAsync("pharmacy/health-consents", new { member, agreed = true });
                await club.PostAsync("pharmacy/health-records", new
                {
                    key = ClubChain.Key(), storeCode = "s1", member, recordKind = "consultation", finding = "6.1 mmol/L",
                });
            }

            await club.Client.SwitchAsync("Pharmacy", brand, on: false);
        }

        await using (var without = await StartAsync(plugged: false))
        {
            var shop = new ClubChain(without, await without.AdministratorAsync(), without.Brands.Find(brand)!);
            await shop.PostAsync($"membership/members/{leaves}/closure", new { reason = "moved away" });
        }

        await using var back = await StartAsync(plugged: true);
        var again = new ClubChain(back, await back.AdministratorAsync(), back.Brands.Find(brand)!);
        (await CountAsync(back, again)).ShouldBe((2, 2));

        await again.PostAsync("platform/jobs/Membership.end-what-outlived/runs", new { });

        for (var tries = 0; await CountAsync(back, again) != (1, 1); tries++)
        {
            tries.ShouldBeLessThan(400, "Nobody ends what outlived its member.");
            await Task.Delay(50);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Records that are kept, and consents that hold.</summary>
    private static Task<(long, long)> CountAsync(TestHost host, ClubChain club) => host.InBrandAsync(club.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.OpenAsync();
        return (
            await CountAsync(session, "SELECT COUNT(*) FROM pharmacy_health_record"),
            await CountAsync(session, "SELECT COUNT(*) FROM pharmacy_health_consent WHERE withdrawn_at IS NULL"));
    });

    private static async Task<long> CountAsync(DataSession session, string sql)
    {
        await using var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null);
    }

    private Task<TestHost> StartAsync(bool plugged) => TestHost.StartAsync(new TestHostOptions
    {
        Folder = folder,
        Plugins = plugged ? Verticals.Folder : null,
        Configuration = LetterWords.Gateway,
    });
}
