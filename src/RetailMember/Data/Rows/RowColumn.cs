using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RetailMember.Data.Rows;

/// <summary>One column of a table, with a compiled reader of the value that the database stores.</summary>
internal abstract class RowColumn<T>(string property, string name)
{
    public string Property { get; } = property;

    public string Name { get; } = name;

    /// <summary>The column's values of all rows, as a typed array that a driver can bind.</summary>
    public abstract Array ToArray(IReadOnlyCollection<T> rows);

    /// <summary>The value of one row; <see cref="DBNull"/> for null.</summary>
    public abstract object ToValue(T row);

    public static RowColumn<T> Of(IProperty property)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression value = Expression.Property(row, property.PropertyInfo
            ?? throw new InvalidOperationException($"{typeof(T).Name}.{property.Name} has no property to read."));
        if (property.FindTypeMapping()?.Converter is { } converter) value = Converted(value, converter.ConvertToProviderExpression);
        if (value.Type.IsEnum) value = Expression.Convert(value, Enum.GetUnderlyingType(value.Type));
        var reader = Expression.Lambda(value, row).Compile();
        return (RowColumn<T>)Activator.CreateInstance(
            typeof(RowColumn<,>).MakeGenericType(typeof(T), value.Type), property.Name, property.GetColumnName(), reader)!;
    }

    // A converter speaks of the plain type; a null passes it by.
    private static Expression Converted(Expression value, LambdaExpression convert)
    {
        var given = convert.Parameters[0].Type;
        if (given == value.Type && Nullable.GetUnderlyingType(value.Type) is null && value.Type.IsValueType)
            return Expression.Invoke(convert, value);

        var stored = convert.ReturnType;
        var nullable = stored.IsValueType && Nullable.GetUnderlyingType(stored) is null
            ? typeof(Nullable<>).MakeGenericType(stored)
            : stored;
        var call = Expression.Convert(Expression.Invoke(convert, Expression.Convert(value, given)), nullable);
        return Expression.Condition(
            Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(null, nullable), call);
    }
}

internal sealed class RowColumn<T, TStored>(string property, string name, Func<T, TStored> read) : RowColumn<T>(property, name)
{
    public override Array ToArray(IReadOnlyCollection<T> rows)
    {
        var values = new TStored[rows.Count];
        var i = 0;
        foreach (var row in rows) values[i++] = read(row);
        return values;
    }

    public override object ToValue(T row) => (object?)read(row) ?? DBNull.Value;
}
