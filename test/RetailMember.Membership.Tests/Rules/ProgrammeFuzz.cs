using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Tests.Rules;

/// <summary>Templates with something spoilt: whatever comes in is refused in words or works, never throws.</summary>
public class ProgrammeFuzz
{
    private static readonly TextCatalogue Texts = new([typeof(Programme).Assembly]);

    private static readonly string?[] Values =
    [
        null, "null", "0", "-1", "1", "0.00001", "1e27", "79228162514264337593543950335", "9223372036854775807",
        "-9223372036854775808", "1e400", "\"\"", "\"gold\"", "\"0001-01-01\"", "\"9999-12-31\"",
        "\"9999-12-31T23:59:59\"", "true", "[]", "{}", "[null]",
    ];

    [Fact]
    [Trait("Req", "CORE-48")]
    public void A_spoilt_document_is_refused_or_works_but_never_throws()
    {
        var cases =
            from code in Gen.Elements(ProgrammeTemplates.Codes.ToArray())
            from spots in Gen.ListOf(Gen.Choose(0, int.MaxValue), 2)
            from values in Gen.ListOf(Gen.Elements(Values), 2)
            select (code, spots, values);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var root = JsonNode.Parse(ProgrammeJson.Write(ProgrammeTemplates.Find(given.code)!))!;
            foreach (var (spot, value) in given.spots.Zip(given.values))
                Spoil(root, spot, value);
            if (!ProgrammeJson.TryRead(root.ToJsonString(), out var document, out var fault))
                return HasTexts(fault!);
            var faults = ProgrammeCheck.Faults(document!);
            if (faults.Count == 0)
                ExampleRunner.Run(Programme.From(document!));
            return faults.All(HasTexts);
        }));
    }

    private static bool HasTexts(ProgrammeFault fault) =>
        fault.Path.StartsWith('$')
        && TextCatalogue.Languages.All(language => Texts.In(language).ContainsKey(fault.Code));

    private static void Spoil(JsonNode root, int spot, string? value)
    {
        var spots = Leaves(root).ToList();
        if (spots.Count == 0)
            return;
        var leaf = spots[spot % spots.Count];
        var replacement = value is null ? null : JsonNode.Parse(value);
        switch (leaf.Parent)
        {
            case JsonObject parent when value is null:
                parent.Remove(leaf.GetPropertyName());
                break;
            case JsonObject or JsonArray:
                leaf.ReplaceWith(replacement);
                break;
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null)
            .SelectMany(member => Leaves(member.Value!).Append(member.Value!)),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Leaves(item!)),
        _ => [node],
    };
}
