using System.Globalization;
using System.Net.Http.Json;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Members;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

public sealed class DryRunPropertiesOnSqlite(SqliteHost fixture) : DryRunProperties(fixture), IClassFixture<SqliteHost>;

public sealed class DryRunPropertiesOnPostgres(PostgresHost fixture)
    : DryRunProperties(fixture), IClassFixture<PostgresHost>;

/// <summary>What a dry run refuses is what the run refuses, row by row, whatever stands in the file.</summary>
[Trait("Req", "CORE-50")]
public abstract class DryRunProperties(HostFixture fixture)
{
    private const int Rows = 60;

    private static readonly string[] Members =
        ["m1", "M1", "m2", "left", "m3", "m4", "13900000001", "card-1", "new", "bad no", ""];

    private static readonly string[] Stores = ["s1", "S1", "s2", "closed", "s9", "S9", "!", ""];
    private static readonly string[] Days = ["2024-03-01", "2024-03-02 10:00", "1999-01-01", "2099-01-01", "2024-02-30"];

    public static TheoryData<string, bool, int> Files
    {
        get
        {
            var files = new TheoryData<string, bool, int>();
            foreach (var kind in Enum.GetNames<ImportKind>())
                foreach (var enrols in (bool[])[true, false])
                    for (var seed = 1; seed <= 3; seed++) files.Add(kind, enrols, seed);
            return files;
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_dry_run_refuses_what_the_run_refuses(string of, bool enrols, int seed)
    {
        var kind = Enum.Parse<ImportKind>(of);
        var trial = await OpenAsync();
        var random = new Random(seed);
        var text = string.Join('\n', Enumerable.Range(0, Rows).Select(i => RowOf(kind, i, random)).Prepend(HeadsOf(kind)));

        var tried = await trial.StageAsync(kind, text, enrols, check: true);
        var doubted = await trial.FaultsAsync(tried);
        var run = await trial.RunAsync(tried);

        (await trial.FaultsAsync(run)).ShouldBe(doubted);
        (tried.Imported, tried.AlreadyThere, tried.Refused, tried.Created)
            .ShouldBe((run.Imported, run.AlreadyThere, run.Refused, run.Created));
    }

    [Fact]
    public async Task A_closed_store_and_a_member_who_left_are_told_by_the_dry_run()
    {
        var trial = await OpenAsync();

        var afterClosing = trial.Host.Time.GetUtcNow().AddMinutes(5)
            .ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var text = $"R7,2024-03-01,s1,left,1.00\nR8,{afterClosing},closed,m1,1.00\nR9,2024-03-01,closed,m1,1.00\n";

        var tried = await trial.StageAsync(ImportKind.Purchases, ImportTrial.Heads + text, check: true);

        (await trial.FaultsAsync(tried)).ShouldBe(["2 membership.member-not-active", "3 store.closed"]);
        tried.Imported.ShouldBe(1);
    }

    /// <summary>A brand with members, one of whom has left, with receipts, a card, and a store that is closed.</summary>
    private async Task<ImportTrial> OpenAsync()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await fixture.Host.BrandAsync(trial.Brand.Code, "closed");
        await trial.PurchasesAsync("R1,2024-03-01,s1,m1,10.00\nR2,2024-03-01,s2,m2,20.00\nR3,2024-03-01,s1,left,20.00\n");
        await trial.Host.RunAsync(
            new BindCard.Input("m2", "card-1", Data.CredentialKind.Barcode), trial.Brand);
        await trial.Host.RunAsync(new CloseMember.Input("left", "moved away"), trial.Brand);
        var administrator = await fixture.Host.AdministratorAsync();
        var closed = await administrator.PostAsJsonAsync(
            $"/api/brands/{trial.Brand.Code}/platform/stores/closed/closure", new { reopen = false });
        closed.EnsureSuccessStatusCode();
        return trial;
    }

    private static string HeadsOf(ImportKind kind) => kind switch
    {
        ImportKind.Purchases => ImportTrial.Heads.Trim(),
        ImportKind.Members => "member_no,name,mobile,joined_on,store_code,tier",
        _ => "member_no,points,earned_on,expires_on",
    };

    private static string RowOf(ImportKind kind, int row, Random random) => kind switch
    {
        ImportKind.Purchases => string.Create(
            CultureInfo.InvariantCulture,
            $"R{random.Next(Rows)},{Any(Days, random)},{Any(Stores, random)},{Any(Members, random)},{random.Next(-1, 50)}.00"),
        ImportKind.Members => string.Create(
            CultureInfo.InvariantCulture,
            $"{Any(Members, random)}{Any(["", "", "x", $"-{row}"], random)},某人,{MobileOf(random)},{Any(Days, random)[..10]},"
            + $"{Any(Stores, random)},{Any(["", "", "silver", "none"], random)}"),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{Any(Members, random)},{random.Next(0, 4) * 10},{Any(Days, random)[..10]},{Any(["", "2024-12-31"], random)}"),
    };

    private static string MobileOf(Random random) =>
        (13_900_000_000 + random.Next(1, 30)).ToString(CultureInfo.InvariantCulture);

    private static string Any(string[] choices, Random random) => choices[random.Next(choices.Length)];
}
