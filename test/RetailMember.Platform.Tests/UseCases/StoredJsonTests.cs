using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.UseCases;

public sealed class StoredJsonTests
{
    [Fact]
    public void What_was_stored_without_its_nulls_is_read_back_as_it_was()
    {
        var told = new Told(null, "north");
        var stored = JsonSerializer.Serialize(told, Json.Options);

        JsonSerializer.Deserialize<Told>(stored, Json.Stored).ShouldBe(told);
    }

    [Fact]
    public void What_an_older_release_stored_is_read_with_what_it_knew()
    {
        const string stored = """{"place":"north","wind":3}""";

        JsonSerializer.Deserialize<Told>(stored, Json.Stored).ShouldBe(new Told(null, "north"));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Told>(stored, Json.Options));
    }

    private sealed record Told(int? Height, string Place);
}
