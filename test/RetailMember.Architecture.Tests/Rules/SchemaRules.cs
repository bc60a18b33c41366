using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RetailMember.Architecture.Tests.Rules;

public static class SchemaRules
{
    public static IReadOnlyList<string> ForeignTables(IModel model, string module) =>
    [
        .. from entity in model.GetEntityTypes()
           let table = entity.GetTableName()
           where table is not null && !table.StartsWith(module + "_", StringComparison.Ordinal)
           select $"{table} does not start with {module}_",
    ];

    /// <summary>Text columns that SQL Server would compare by a language's rules, as no other database does.</summary>
    public static IReadOnlyList<string> LinguisticColumns(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           from property in entity.GetProperties()
           where property.GetColumnType().StartsWith("nvarchar", StringComparison.Ordinal)
               && property.GetCollation()?.EndsWith("_BIN2", StringComparison.Ordinal) != true
           select $"{entity.GetTableName()}.{property.GetColumnName()}",
    ];

    /// <summary>Statements that compare a text column with a list by two collations, which SQL Server refuses.</summary>
    public static IReadOnlyList<string> MixedCollations(IEnumerable<string> statements) =>
    [
        .. from statement in statements
           from Match list in TextList.Matches(statement)
           where !list.Groups["before"].Value.EndsWith("_BIN2", StringComparison.Ordinal)
           select statement,
    ];

    private static readonly Regex TextList = new(
        @"(?<before>\S+) IN \(\s*SELECT \S+\s+FROM OPENJSON\(\S+\) WITH \(\[value\] nvarchar",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static IReadOnlyList<string> TsqlFaults(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var faults);
        return [.. faults.Select(f => $"line {f.Line}: {f.Message}")];
    }
}
