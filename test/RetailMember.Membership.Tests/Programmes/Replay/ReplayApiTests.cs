using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Membership.Tests.Imports;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Programmes.Replay;

public sealed class ReplayApiTestsOnSqlite(SqliteHost fixture) : ReplayApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class ReplayApiTestsOnPostgres(PostgresHost fixture) : ReplayApiTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Four years of a public sample's orders, replayed in the background of a whole host.</summary>
[Trait("Req", "CORE-48")]
public abstract class ReplayApiTests(HostFixture fixture)
{
    [Fact]
    public async Task The_sample_is_replayed_to_the_last_point_and_a_dearer_draft_costs_what_it_says()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var import = await trial.RunAsync(await trial.StageAsync(ImportKind.Purchases, Superstore.AsItIs(), enrols: true));
        var draft = (await fixture.Host.RunAsync(new DraftProgramme.Input(), trial.Brand)).Version;
        await DoubleAsync(trial, draft);
        var client = await fixture.Host.AdministratorAsync();
        var replays = $"/api/brands/{trial.Brand.Code}/membership/programmes/{draft}/replays";

        var started = await client.PostAsJsonAsync(replays, new { from = "2014-01-01", to = "2017-12-31" });
        started.StatusCode.ShouldBe(HttpStatusCode.OK, await started.Content.ReadAsStringAsync());
        var replay = $"{replays}/{(await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("replay").GetString()}";
        var done = await EndedAsync(client, replay);

        done.GetProperty("summary").GetProperty("state").GetString().ShouldBe("done", done.ToString());
        done.GetProperty("control").GetProperty("members").GetInt64().ShouldBe(0, "every receipt as the books have it");
        var headline = done.GetProperty("summary").GetProperty("headline");
        (headline.GetProperty("receipts").GetInt64(), headline.GetProperty("members").GetInt64()).ShouldBe((5_009, 793));
        headline.GetProperty("points").GetInt64().ShouldBe(import.Points);
        headline.GetProperty("replayedPoints").GetInt64().ShouldBeInRange(2 * import.Points, 2 * import.Points + 5_009);
        headline.GetProperty("gainers").GetInt64().ShouldBeGreaterThan(780);
        done.GetProperty("byMonth").GetArrayLength().ShouldBe(48);
        done.GetProperty("byStore").GetArrayLength().ShouldBe(4);
        (await client.GetFromJsonAsync<JsonElement>(replays)).GetProperty("items").GetArrayLength().ShouldBe(1);
        var members = await client.GetFromJsonAsync<JsonElement>(replay + "/members?effect=gains&size=3");
        members.GetProperty("items").GetArrayLength().ShouldBe(3);
        (await client.PostAsJsonAsync(replay + "/cancellation", new { })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private async Task DoubleAsync(ImportTrial trial, int draft)
    {
        var read = await fixture.Host.RunAsync(new ReadProgrammeVersion.Input(draft), trial.Brand);
        var document = ProgrammeJson.Read(read.Document.GetRawText());
        document = document with
        {
            EarningRules = [.. document.EarningRules.Select(r => r with { Give = r.Give * 2 })], Examples = [],
        };
        await fixture.Host.RunAsync(
            new ChangeDraft.Input
            {
                Version = draft,
                Revision = read.Revision,
                Document = JsonDocument.Parse(ProgrammeJson.Write(document)).RootElement,
            },
            trial.Brand);
    }

    private static async Task<JsonElement> EndedAsync(HttpClient client, string replay)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var read = await client.GetFromJsonAsync<JsonElement>(replay, patience.Token);
            if (read.GetProperty("summary").GetProperty("state").GetString() is not ("queued" or "running")) return read;
            await Task.Delay(50, patience.Token);
        }
    }
}
