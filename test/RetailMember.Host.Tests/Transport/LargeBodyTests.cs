using System.Net;
using System.Text.Json;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Transport;

/// <summary>A body that is too large is refused with an answer, not with a connection that breaks while it is sent.</summary>
public sealed class LargeBodyTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    /// <summary>More than the buffers between two ends of a connection take: a server that does not read it would cut it.</summary>
    private const int Bytes = 12 * 1024 * 1024;

    [Theory]
    [InlineData("/api/platform/token", false)]
    [InlineData("/api/platform/token", true)]
    [InlineData("/api/platform/brands", true)]
    public async Task It_is_read_away_and_answered_by_a_problem(string address, bool asJson)
    {
        using var content = new ByteArrayContent(new byte[Bytes]);
        if (asJson) content.Headers.ContentType = new("application/json");

        using var answer = await fixture.Host.Client().PostAsync(address, content);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString()
            .ShouldBe("request.too-large");
    }

    [Fact]
    public async Task A_page_says_so_as_a_page()
    {
        using var content = new ByteArrayContent(new byte[Bytes]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await fixture.Host.Client().PostAsync("/sign-in", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }
}
