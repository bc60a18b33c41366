using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Tests.Pages;

public sealed class FormReaderTests
{
    public enum Channel
    {
        Counter,
        MiniProgram,
    }

    [Fact]
    public async Task Every_type_of_an_input_is_read_from_its_text()
    {
        var input = await ReadAsync(
            ("name", "王小明"), ("amount", "128.50"), ("points", "-30"), ("joinedOn", "2025-03-15"), ("channel", "miniProgram"),
            ("lines[10].sku", "B"), ("lines[2].sku", "A"), ("lines[2].amount", "1"), ("lines[11].sku", ""), ("tags", "x"), ("tags", "y"),
            ("csrf", "token"));

        input.ShouldBeEquivalentTo(new Input(
            "王小明", null, new Money(12850), -30, new DateOnly(2025, 3, 15), Channel.MiniProgram, false,
            [new Line("A", new Money(100)), new Line("B", null)], ["x", "y"]));
    }

    [Fact]
    public async Task All_fields_at_fault_are_named_at_once()
    {
        var refusal = await Should.ThrowAsync<Refusal>(() => ReadAsync(
            ("amount", "1.005"), ("points", "many"), ("joinedOn", "2025-02-30"), ("channel", "fax"), ("lines[0].amount", "1e9"),
            ("nonsense", "1"), ("name", "")));

        refusal.Fields.Select(f => (f.Field, f.Code)).ShouldBe(
        [
            ("name", "field.not-empty"), ("amount", "amount.more-than-two-decimals"), ("points", "field.malformed"),
            ("joinedOn", "field.malformed"), ("channel", "field.malformed"), ("lines[0].sku", "field.not-empty"),
            ("lines[0].amount", "field.malformed"), ("nonsense", "field.unknown"),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_field_sent_twice_is_refused()
    {
        var refusal = await Should.ThrowAsync<Refusal>(() => ReadAsync(("name", "a"), ("name", "b")));

        refusal.Fields.ShouldContain(f => f.Field == "name" && f.Code == "field.doubled");
    }

    [Fact]
    public async Task A_ticked_box_is_true() =>
        (await ReadAsync(
            ("name", "a"), ("amount", "1"), ("points", "1"), ("joinedOn", "2025-03-15"), ("channel", "counter"), ("sms", "true"))).Sms
            .ShouldBeTrue();

    private static Task<Input> ReadAsync(params (string Name, string Value)[] fields)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(fields
            .GroupBy(f => f.Name)
            .ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
        return FormReader<Input>.ReadAsync(http);
    }

    private sealed record Line(string Sku, Money? Amount);

    private sealed record Input(
        string Name, string? Note, Money Amount, long Points, DateOnly JoinedOn, Channel Channel, bool Sms = false,
        List<Line>? Lines = null, List<string>? Tags = null);
}
