using System.Globalization;
using System.Text.Json;
using RetailMember.Membership.Imports.Files;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>Why a row was refused: a stable code, the column where it is one, and what the code's text names.</summary>
internal sealed record RowFault(string Code, string? Column = null, params (string Name, object? Value)[] Facts)
{
    public string? FactsJson => Facts.Length == 0
        ? null
        : JsonSerializer.Serialize(
            Facts.ToDictionary(f => f.Name, f => Convert.ToString(f.Value, CultureInfo.InvariantCulture)), Json.Options);

    /// <summary>A use case's 'no' in the words of the file: of a faulty form the first field counts.</summary>
    public static RowFault Of(Refusal refusal) => refusal.Fields is [var field, ..]
        ? new RowFault(field.Code, ColumnOf(field.Field), field.Facts)
        : new RowFault(refusal.Code, ColumnAbout(refusal.Code), [.. refusal.Facts]);

    public static IReadOnlyList<(string Name, object? Value)> ReadFacts(string? facts) => facts is null
        ? []
        : [.. JsonSerializer.Deserialize<Dictionary<string, string?>>(facts, Json.Options)!
            .Select(f => (f.Key, (object?)f.Value))];

    /// <summary>The column that names what the books do not have.</summary>
    private static string? ColumnAbout(string code) => code switch
    {
        MemberRefusals.NotFoundCode => Columns.MemberNo,
        MemberRefusals.NotActiveCode => Columns.MemberNo,
        "store.not-found" or "store.closed" => Columns.StoreCode,
        "purchase.in-the-future" or "membership.no-programme" => Columns.OccurredAt,
        _ => null,
    };

    // Forms speak camelCase of their own fields, files snake_case of their columns.
    private static string ColumnOf(string field) => field switch
    {
        "member" => "member_no",
        "receiptNo" => "receipt_no",
        "storeCode" => "store_code",
        "occurredAt" => "occurred_at",
        "memberNo" => "member_no",
        _ when field.EndsWith("istAmount", StringComparison.Ordinal) => "list_amount",
        _ when field.EndsWith("mount", StringComparison.Ordinal) => "amount",
        _ => field,
    };
}
