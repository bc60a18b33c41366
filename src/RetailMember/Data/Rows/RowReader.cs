using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RetailMember.Data.Rows;

/// <summary>Makes a compiled reader that turns a result's columns, in the order given, into a row object.</summary>
internal static class RowReader
{
    private static readonly Expression<Func<DbDataReader, int, bool>> IsNull = (reader, i) => reader.IsDBNull(i);

    public static Func<DbDataReader, T> Compile<T>(IReadOnlyList<IProperty> properties)
        where T : class
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var bindings = properties.Select((property, i) =>
            Expression.Bind(property.PropertyInfo!, Value(reader, Expression.Constant(i), property)));
        var row = Expression.MemberInit(Expression.New(typeof(T)), bindings);
        return Expression.Lambda<Func<DbDataReader, T>>(row, reader).Compile();
    }

    private static ConditionalExpression Value(ParameterExpression reader, ConstantExpression ordinal, IProperty property)
    {
        var converter = property.FindTypeMapping()?.Converter;
        var stored = converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        Expression value = Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [stored], ordinal);
        if (converter is not null)
        {
            var parameter = converter.ConvertFromProviderExpression.Parameters[0];
            value = Expression.Invoke(converter.ConvertFromProviderExpression, Expression.Convert(value, parameter.Type));
        }
        return Expression.Condition(
            Expression.Invoke(IsNull, reader, ordinal),
            Expression.Default(property.ClrType),
            Expression.Convert(value, property.ClrType));
    }
}
