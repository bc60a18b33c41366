using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace RetailMember.Data.Sets;

/// <summary>
/// Writes a set of keys as common table expressions, each with one column <c>id</c>. What queries bring along as parameters
/// is renamed, for each context numbers its own from the start.
/// </summary>
internal sealed partial class SetStatement(DbCommand whole, DatabaseKind kind)
{
    private readonly List<string> parts = [];
    private readonly List<DbParameter> parameters = [];

    private string NextParameter => string.Create(CultureInfo.InvariantCulture, $"k{parameters.Count}");

    /// <param name="command">To be filled.</param>
    /// <param name="kind">The database.</param>
    /// <param name="set">What the statement is about.</param>
    /// <param name="before">What stands before the question, such as <c>INSERT INTO t </c>.</param>
    /// <param name="tail">The question, with <c>{0}</c> for the set's name.</param>
    public static void Write(DbCommand command, DatabaseKind kind, KeySet set, string before, string tail)
    {
        var statement = new SetStatement(command, kind);
        var last = statement.Add(set);
        var text = string.Format(CultureInfo.InvariantCulture, tail, last);
        command.CommandText = $"WITH {string.Join(",\n", statement.parts)}\n{before}{text}";
        foreach (var parameter in statement.parameters) command.Parameters.Add(parameter);
    }

    /// <summary>Counts and sums the amounts of a set's keys.</summary>
    public static void WriteSum(DbCommand command, DatabaseKind kind, KeySet set, IQueryable<KeyedAmount> amounts)
    {
        var statement = new SetStatement(command, kind);
        var last = statement.Add(set);
        var list = statement.Name(statement.TextOf(amounts), "(id, amount)");
        command.CommandText = $"""
            WITH {string.Join(",\n", statement.parts)}
            SELECT COUNT(*), COALESCE(SUM(amount), 0) FROM {list} WHERE id IN (SELECT id FROM {last})
            """;
        foreach (var parameter in statement.parameters) command.Parameters.Add(parameter);
    }

    private string Add(KeySet set) => set switch
    {
        KeySet.Found found => Name(TextOf(found.Query)),
        KeySet.Listed listed => Name(List(listed.Keys)),
        KeySet.United united => Name(string.Join("\nUNION\n", united.Sets.Select(s => $"SELECT id FROM {Add(s)}"))),
        KeySet.Shared shared => Name(Common(shared)),
        _ => throw new InvalidOperationException($"Unknown set {set.GetType().Name}."),
    };

    private string Name(string text, string columns = "(id)")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"s{parts.Count}");
        parts.Add($"{name}{columns} AS (\n{text}\n)");
        return name;
    }

    private string List(IReadOnlyCollection<Guid> keys)
    {
        var values = string.Join(", ", keys.Select(key => $"(@{Take(key)})"));
        return kind == DatabaseKind.SqlServer ? $"SELECT id FROM (VALUES {values}) AS v(id)" : $"VALUES {values}";
    }

    private string Take(Guid key)
    {
        var parameter = whole.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (NextParameter, key);
        parameters.Add(parameter);
        return parameter.ParameterName;
    }

    private string Common(KeySet.Shared shared)
    {
        string[] sets = [.. shared.Sets.Select(Add)];
        string[] except = [.. shared.Except.Select(Add)];
        var conditions = sets.Skip(1).Select(s => $"k.id IN (SELECT id FROM {s})").Concat(except.Select(IsNotIn));
        return $"SELECT k.id FROM {sets[0]} AS k WHERE {string.Join(" AND ", conditions)}";
    }

    /// <summary>
    /// PostgreSQL makes an anti-join of the one form alone, SQLite a look-up of the other; both mean the same where no key
    /// is null.
    /// </summary>
    private string IsNotIn(string set) => kind == DatabaseKind.Sqlite
        ? $"k.id NOT IN (SELECT id FROM {set})"
        : $"NOT EXISTS (SELECT 1 FROM {set} AS x WHERE x.id = k.id)";

    private string TextOf<T>(IQueryable<T> query)
    {
        using var command = query.CreateDbCommand();
        List<DbParameter> own = [.. command.Parameters.Cast<DbParameter>()];
        command.Parameters.Clear();
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in own)
        {
            var name = NextParameter;
            renamed.Add(parameter.ParameterName.TrimStart('@'), name);
            parameter.ParameterName = name;
            parameters.Add(parameter);
        }

        return Names().Replace(command.CommandText, found =>
            found.Groups["name"] is { Success: true } name && renamed.TryGetValue(name.Value, out var now) ? $"@{now}" : found.Value);
    }

    /// <summary>A literal as a whole, which may hold what looks like a name, or a parameter's name.</summary>
    [GeneratedRegex(@"'[^']*'|@(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Names();
}
