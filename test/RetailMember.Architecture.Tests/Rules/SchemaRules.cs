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

    public static IReadOnlyList<string> TsqlFaults(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var faults);
        return [.. faults.Select(f => $"line {f.Line}: {f.Message}")];
    }
}
