using System.Text.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using RetailMember.Testing;

namespace RetailMember.Host.Tests;

public sealed class ApiDocumentTests(WholeHost fixture) : IClassFixture<WholeHost>
{
    [Fact]
    public async Task The_document_is_sound_OpenAPI_3_1()
    {
        var json = await fixture.Host.Client().GetStringAsync("/openapi/v1.json");
        json.ShouldContain("\"openapi\": \"3.1.");

        var read = OpenApiDocument.Parse(json, "json");

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_part_of_an_address_is_a_parameter_and_every_operation_says_who_may_use_it()
    {
        foreach (var (path, operation) in await OperationsAsync())
        {
            foreach (var name in path.Split('/').Where(p => p.StartsWith('{')).Select(p => p.Trim('{', '}')))
                operation.Parameters.ShouldNotBeNull(path)
                    .ShouldContain(p => p.In == ParameterLocation.Path && p.Name == name && p.Required, path);
            (operation.Description ?? operation.OperationId).ShouldNotBeNullOrEmpty(path);
        }
    }

    [Fact]
    public async Task A_question_has_its_filters_in_the_query()
    {
        var find = await OperationAsync("/api/brands/{brand}/membership/members", HttpMethod.Get);

        find.Parameters!.Where(p => p.In == ParameterLocation.Query).Select(p => p.Name).ShouldContain("after");
        find.RequestBody.ShouldBeNull();
    }

    [Fact]
    public async Task A_command_does_not_ask_again_in_its_body_for_what_its_address_says()
    {
        var change = await OperationAsync("/api/brands/{brand}/platform/stores/{code}", HttpMethod.Put);

        change.Parameters!.Select(p => p.Name).ShouldBe(["brand", "code"]);
        var body = change.RequestBody!.Content!["application/json"].Schema!.Properties!;
        body.Keys.ShouldContain("name");
        body.Keys.ShouldNotContain("code");
    }

    [Fact]
    public async Task Money_is_a_number_with_two_decimals()
    {
        var record = await OperationAsync("/api/brands/{brand}/membership/purchases", HttpMethod.Post);
        var amount = record.RequestBody!.Content!["application/json"].Schema!.Properties!["voucherAmount"];

        amount.Type.ShouldBe(JsonSchemaType.Number);
        amount.MultipleOf.ShouldBe(0.01m);
    }

    [Fact]
    public async Task No_two_types_share_a_schema()
    {
        var pages = (await DocumentAsync()).Components!.Schemas!.Keys.Where(k => k.StartsWith("PageOf", StringComparison.Ordinal));
        pages.ShouldContain("PageOfMembershipFindMembersRow");
        pages.ShouldContain("PageOfPlatformFindPeopleItem");
    }

    [Fact]
    public async Task The_page_to_try_it_has_no_inline_script()
    {
        var entry = await fixture.Host.Client().GetAsync("/api");
        var page = await fixture.Host.Client().GetStringAsync(entry.Headers.Location);

        page.ShouldContain("/lib/swagger-ui/swagger-ui-bundle.js");
        page.ShouldNotContain("<script>");
    }

    private async Task<OpenApiOperation> OperationAsync(string path, HttpMethod method)
    {
        var document = await DocumentAsync();
        return document.Paths[path].Operations![method];
    }

    private async Task<IEnumerable<(string Path, OpenApiOperation Operation)>> OperationsAsync() =>
        (await DocumentAsync()).Paths.SelectMany(p => p.Value.Operations!.Values.Select(o => (p.Key, o)));

    private async Task<OpenApiDocument> DocumentAsync() =>
        OpenApiDocument.Parse(await fixture.Host.Client().GetStringAsync("/openapi/v1.json"), "json").Document!;
}
