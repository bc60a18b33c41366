using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RetailMember.Data.Rows;

/// <summary>A table as its EF model describes it: what the set-based statements are made of.</summary>
internal sealed class RowShape<T>
    where T : class
{
    private readonly Dictionary<string, RowColumn<T>> byProperty;

    public RowShape(IEntityType entity, Type context)
    {
        Context = context;
        Table = Quote(entity.GetTableName()!);
        List<IProperty> properties = [.. entity.GetProperties()];
        Columns = [.. properties.Select(RowColumn<T>.Of)];
        Materialize = RowReader.Compile<T>(properties);
        byProperty = Columns.ToDictionary(c => c.Property, StringComparer.Ordinal);
        Key = [.. entity.FindPrimaryKey()!.Properties.Select(p => byProperty[p.Name])];
    }

    /// <summary>The module's context that maps the table.</summary>
    public Type Context { get; }

    public string Table { get; }

    public IReadOnlyList<RowColumn<T>> Columns { get; }

    public IReadOnlyList<RowColumn<T>> Key { get; }

    /// <summary>Reads a row whose columns come in the order of <see cref="Columns"/>.</summary>
    public Func<DbDataReader, T> Materialize { get; }

    /// <summary>All columns by name, comma-separated.</summary>
    public string ColumnList => List(Columns, c => Quote(c.Name));

    public RowColumn<T> this[string property] => byProperty.TryGetValue(property, out var column)
        ? column
        : throw new ArgumentException($"{typeof(T).Name} has no column for {property}.", nameof(property));

    public List<RowColumn<T>> Named(string[] properties) => [.. properties.Select(p => this[p])];

    public string KeyList(string prefix = "") => List(Key, c => prefix + Quote(c.Name));

    public static string List(IEnumerable<RowColumn<T>> columns, Func<RowColumn<T>, string> each) =>
        string.Join(", ", columns.Select(each));

    /// <summary>Both PostgreSQL and SQLite take the standard's double quotes.</summary>
    public static string Quote(string name) => $"\"{name}\"";
}
