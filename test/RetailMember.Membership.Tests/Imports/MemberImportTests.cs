using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Members;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

public sealed class MemberImportTestsOnSqlite(SqliteHost fixture) : MemberImportTests(fixture), IClassFixture<SqliteHost>;

public sealed class MemberImportTestsOnPostgres(PostgresHost fixture)
    : MemberImportTests(fixture), IClassFixture<PostgresHost>
{
    [Fact]
    public async Task The_database_knows_at_once_how_many_came()
    {
        var trial = await ImportTrial.OpenAsync(Fixture.Host);

        await ImportAsync(trial, "N1,,13900000901,,,,,\nN2,,13900000902,,,,,\n");

        await using var scope = Fixture.Host.Services.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<MembershipDb>().Database
            .SqlQuery<float>($"SELECT reltuples AS \"Value\" FROM pg_class WHERE relname = 'membership_member'")
            .SingleAsync();
        known.ShouldBeGreaterThanOrEqualTo(2);
    }
}

[Trait("Req", "CORE-50")]
public abstract class MemberImportTests(HostFixture fixture)
{
    private const string Heads = "member_no,name,mobile,birthday,sex,joined_on,store_code,tier\n";

    protected HostFixture Fixture => fixture;

    [Fact]
    public async Task Members_come_with_person_card_year_and_tier()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        var import = await ImportAsync(
            trial, "A1,王小明,13900000101,1990/5/1,男,2024-03-01,s1,gold\nA2,李雷,+86 139-0000-0102,,,,,\n");

        (import.Imported, import.Refused, import.Members).ShouldBe((2, 0, 2));
        var member = await MemberAsync(trial, "13900000101");
        (member.MemberNo, member.JoinedOn, member.Tier).ShouldBe(("A1", new DateOnly(2024, 3, 1), "gold"));
        var seen = await fixture.Host.RunAsync(new RevealMember.Input("A1", "核对"), trial.Brand);
        (seen.Name, seen.Mobile).ShouldBe(("王小明", "13900000101"));
        (await MemberAsync(trial, "13900000102")).JoinedOn.ShouldBe(new DateOnly(2025, 6, 18));
    }

    [Fact]
    public async Task A_number_that_enrolment_forbids_comes_in_by_no_file()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        var members = await ImportAsync(trial, "13900000110,王小明,13900000111,,,,,\nA 1,李雷,13900000112,,,,,\n");
        var purchases = await trial.PurchasesAsync("R1,2024-03-01,s1,13900000110,1.00\nR2,2024-03-01,s1,A 1,1.00\n");
        var lots = await trial.ImportAsync(
            ImportKind.Lots,
            "member_no,points,earned_on,expires_on,reference\n13900000110,5,2025-01-01,,\nA 1,5,2025-01-01,,\n",
            enrols: true);
        var tried = await trial.StageAsync(
            ImportKind.Purchases,
            ImportTrial.Heads + "R1,2024-03-01,s1,13900000110,1.00\nR2,2024-03-01,s1,A 1,1.00\n",
            enrols: true, check: true);

        foreach (var import in (ImportView[])[members, purchases, lots, tried])
        {
            import.Imported.ShouldBe(0);
            (await trial.FaultsAsync(import)).Select(f => f[(f.IndexOf(' ', StringComparison.Ordinal) + 1)..])
                .ShouldBe(["membership.member-no-is-mobile", "membership.member-no-malformed"]);
        }

        tried.Created.NewMembers.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_file_again_finds_everybody_there()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        const string rows = "A1,王小明,13900000201,,,,,\nA2,李雷,13900000202,,,,,\n";
        await ImportAsync(trial, rows);

        var again = await ImportAsync(trial, rows);

        (again.Imported, again.AlreadyThere, again.Refused).ShouldBe((0, 2, 0));
    }

    [Fact]
    public async Task One_mobile_is_one_person_in_every_brand()
    {
        var (one, other) = (await ImportTrial.OpenAsync(fixture.Host), await ImportTrial.OpenAsync(fixture.Host));
        await ImportAsync(one, "A1,王小明,13900000301,1990-05-01,,,,\n");

        await ImportAsync(other, "B1,王先生,13900000301,,,,,\n");

        (await MemberAsync(other, "B1")).PersonId.ShouldBe((await MemberAsync(one, "A1")).PersonId);
        (await fixture.Host.RunAsync(new RevealMember.Input("B1", "核对"), other.Brand)).Name.ShouldBe("王小明");
    }

    [Fact]
    public async Task A_member_known_by_number_alone_gets_a_person()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await trial.PurchasesAsync("R1,2024-03-01,s1,A1,100.00\n");

        var import = await ImportAsync(trial, "A1,王小明,13900000401,,,,,\n");

        import.Imported.ShouldBe(1);
        (await MemberAsync(trial, "13900000401")).LifetimePurchases.ShouldBe(1);
    }

    [Fact]
    public async Task Rows_that_enrolment_would_refuse_are_refused_here_too()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await ImportAsync(trial, "A0,王小明,13900000500,,,,,\n");

        var import = await ImportAsync(trial, string.Join('\n',
            "A1,,13900000501,,,,,",
            "A2,李雷,12345,,,,,",
            "A3,李雷,13900000503,2030-01-01,,,,",
            "A4,李雷,13900000504,,三,,,",
            "A5,李雷,13900000505,,,,s9,",
            "A6,李雷,13900000506,,,,,platinum",
            "A7,李雷,13900000500,,,,,",
            "A0,李雷,13900000508,,,,,",
            ",李雷,13900000509,,,,,",
            "B1,韩梅梅,13900000510,,女,,s1,",
            "B1,韩梅梅,13900000511,,女,,s1,",
            "B2,韩梅梅,13900000510,,,,,"));

        import.Imported.ShouldBe(1);
        (await trial.FaultsAsync(import)).ShouldBe(
        [
            "2 field.not-empty", "3 membership.mobile-malformed", "4 membership.day-to-come", "5 field.malformed",
            "6 store.not-found", "7 membership.tier-not-found", "8 membership.already-member",
            "9 membership.member-no-taken", "10 field.not-empty", "12 import.row-twice", "13 membership.already-member",
        ]);
    }

    [Fact]
    public async Task A_check_enrols_nobody()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        var tried = await trial.StageAsync(
            ImportKind.Members, Heads + "A1,王小明,13900000601,,,,s8,\nA2,,1,,,,,\n", enrols: true, check: true);

        (tried.Imported, tried.Refused).ShouldBe((1, 1));
        (await trial.BooksAsync()).Members.ShouldBe(0);
    }

    [Fact]
    public async Task Names_and_mobiles_wait_under_seal()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var staged = await trial.StageAsync(ImportKind.Members, Heads + "A1,欧阳娜娜,13900000701,,,,,\n");

        var stored = await fixture.Host.InBrandAsync(trial.Brand, services => services.GetRequiredService<MembershipDb>()
            .ImportRows.Where(r => r.ImportId == staged.Import).Select(r => r.Cells).SingleAsync());

        stored.ShouldStartWith("v1.");
        stored.ShouldNotContain("13900000701");
    }

    private protected static Task<ImportView> ImportAsync(ImportTrial trial, string rows) =>
        trial.ImportAsync(ImportKind.Members, Heads + rows);

    private Task<Member> MemberAsync(ImportTrial trial, string identifier) =>
        fixture.Host.InBrandAsync(trial.Brand, async services =>
        {
            var id = await services.GetRequiredService<MemberLookup>().FindAsync(trial.Brand.Id, identifier, default);
            return await services.GetRequiredService<MembershipDb>().Members.SingleAsync(m => m.Id == id);
        });
}
