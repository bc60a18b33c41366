using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports;
using RetailMember.Membership.Members;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

public sealed class LetterCaseImportTestsOnSqlite(SqliteHost fixture)
    : LetterCaseImportTests(fixture), IClassFixture<SqliteHost>;

public sealed class LetterCaseImportTestsOnPostgres(PostgresHost fixture)
    : LetterCaseImportTests(fixture), IClassFixture<PostgresHost>;

[Trait("Req", "CORE-50")]
public abstract class LetterCaseImportTests(HostFixture fixture)
{
    [Fact]
    public async Task Members_and_stores_that_case_alone_tells_apart_are_one()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        const string rows = "R1,2024-03-01,north,Anna-1,100.00\nR2,2024-03-02,NORTH,ANNA-1,50.00\n"
            + "R3,2024-03-03,North,anna-1,7.00\nr3,2024-03-04,S1,anna-1,3.00\n";

        var tried = await trial.StageAsync(ImportKind.Purchases, ImportTrial.Heads + rows, enrols: true, check: true);
        var run = await trial.RunAsync(tried);

        (tried.Created, run.Created, run.Imported, run.Points, run.Members)
            .ShouldBe((new ImportCreations(1, 1), new ImportCreations(1, 1), 4, 160, 1));
        fixture.Host.Brands.FindStore(trial.Brand.Id, "NoRtH")!.Code.ShouldBe("north");
        fixture.Host.Brands.Find(trial.Brand.Code.ToUpperInvariant()).ShouldBe(trial.Brand);
        (await trial.PurchasesAsync(rows.ToUpperInvariant(), enrols: false)).AlreadyThere.ShouldBe(3);
    }

    [Fact]
    public async Task A_member_file_may_have_a_number_once_in_any_case()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);

        var import = await trial.ImportAsync(
            ImportKind.Members, "member_no,name,mobile\nbea-1,贝一,13911110001\nBEA-1,贝二,13911110002\nnew,新,13911110003\n");

        import.Imported.ShouldBe(1);
        (await trial.FaultsAsync(import)).ShouldBe(["3 import.row-twice", "4 membership.member-no-reserved"]);
    }

    [Fact]
    public async Task A_store_is_made_once_in_any_case()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        await fixture.Host.BrandAsync(trial.Brand.Code, "East", "EAST", "east");

        fixture.Host.Brands.StoresOf(trial.Brand.Id).Select(s => s.Code).ShouldBe(["East", "s1", "s2"], ignoreOrder: true);
    }

    [Fact, Trait("Req", "OPS-05")]
    public async Task Waiting_rows_name_nobody_whatever_they_hold()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        const string mobile = "13912345678";
        const string rowsOfOne = $"R1,2024-03-01,s1,{mobile},1.00\nR1,2024-03-01,s1,{mobile},2.00\n";
        await trial.StageAsync(ImportKind.Purchases, ImportTrial.Heads + rowsOfOne);
        await trial.StageAsync(ImportKind.Lots, $"member_no,points,earned_on,expires_on\n{mobile},5,2024-03-01,\n");
        await trial.StageAsync(ImportKind.Members, $"member_no,name,mobile\n{mobile},某人,{mobile}\n");

        var rows = await fixture.Host.InBrandAsync(
            trial.Brand, s => s.GetRequiredService<MembershipDb>().ImportRows.AsNoTracking().ToListAsync());

        rows.Count.ShouldBe(4);
        rows.ShouldAllBe(r => PersonalData.IsSealed(r.Cells) && r.MemberIndex.Length == 43);
        rows.ShouldAllBe(r => !(r.Key + r.Turn + r.MemberIndex).Contains(mobile));
    }

    [Fact]
    public void No_word_of_an_address_stands_where_a_number_may_stand()
    {
        var patterns = fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().Select(e => e.RoutePattern.PathSegments).ToList();
        var places = patterns.Select(p => p.ToList().FindIndex(s => s.Parts is [RoutePatternParameterPart { Name: "member" }]))
            .Zip(patterns).Where(p => p.First > 0).Select(p => string.Join('/', p.Second.Take(p.First).Select(TextOf))).ToHashSet();

        var words = patterns.SelectMany(p => Enumerable.Range(1, Math.Max(0, p.Count - 1))
            .Where(i => p[i].Parts is [RoutePatternLiteralPart] && places.Contains(string.Join('/', p.Take(i).Select(TextOf))))
            .Select(i => TextOf(p[i]))).Distinct().ToList();

        words.ShouldContain("new");
        words.ShouldAllBe(word => MemberNumbers.FaultOf(word) == "membership.member-no-reserved");
    }

    private static string TextOf(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => "{" + parameter.Name + "}",
        _ => "",
    }));
}
