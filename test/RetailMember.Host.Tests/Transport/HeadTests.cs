using System.Net;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Transport;

/// <summary>HEAD is GET without a body, for pages, the API, files and what keeps watch over the host.</summary>
public sealed class HeadTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    [Theory]
    [InlineData("/api/platform/brands")]
    [InlineData("/api/nowhere")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/")]
    [InlineData("/css/site.css")]
    public async Task It_is_answered_as_a_question_is_without_the_body(string address)
    {
        using var client = fixture.Host.Client((await fixture.Host.AdministratorAsync()).DefaultRequestHeaders.Authorization);
        using var asked = await client.GetAsync(address);
        using var head = new HttpRequestMessage(HttpMethod.Head, address);

        using var answer = await client.SendAsync(head);

        answer.StatusCode.ShouldBe(asked.StatusCode);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe(asked.Content.Headers.ContentType?.MediaType);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changes_something_is_not_asked_for_by_it()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/platform/token");

        (await fixture.Host.Client().SendAsync(head)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
