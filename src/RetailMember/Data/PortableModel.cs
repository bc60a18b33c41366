using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RetailMember.Data;

/// <summary>
/// Makes a model that means the same on all three databases: prefixed snake_case names, bounded strings, UTC times,
/// and none of the types that one of the three stores or compares differently.
/// </summary>
public static class PortableModel
{
    internal const string BrandFilter = "brand";
    internal const string SequenceAnnotation = "RetailMember:Sequence";
    internal const string SqlServerOrdinal = "Latin1_General_100_BIN2";
    private const string UnboundedAnnotation = "RetailMember:Unbounded";
    private const string OrdinalAnnotation = "RetailMember:Ordinal";

    private static readonly HashSet<Type> Refused =
        [typeof(decimal), typeof(double), typeof(float), typeof(DateTimeOffset), typeof(TimeSpan), typeof(ulong)];

    /// <summary>A text without a length limit, such as a JSON document; it cannot be indexed.</summary>
    public static PropertyBuilder<TText> Unbounded<TText>(this PropertyBuilder<TText> property)
    {
        property.HasAnnotation(UnboundedAnnotation, true);
        return property;
    }

    /// <summary>A text that sorts by its characters' codes on every database, whatever the server's language.</summary>
    public static PropertyBuilder<string> Ordinal(this PropertyBuilder<string> property)
    {
        property.HasAnnotation(OrdinalAnnotation, true);
        return property;
    }

    /// <summary>
    /// The table's <c>long</c> key comes from <see cref="Sequences"/>: a database sequence on the servers, the next
    /// number after the highest on SQLite, where the writer is alone. Rows of such a table must never be deleted.
    /// </summary>
    public static EntityTypeBuilder<T> HasSequenceKey<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        var key = entity.Metadata.FindPrimaryKey()?.Properties.Single()
            ?? throw new InvalidOperationException($"Declare the key of {typeof(T).Name} first.");
        key.ValueGenerated = ValueGenerated.Never;
        entity.HasAnnotation(SequenceAnnotation, true);
        return entity;
    }

    internal static void Apply(ModelBuilder model, string module, string provider)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            if (entity.BaseType is null && !entity.IsOwned()) entity.SetTableName(TableName(module, entity));
            foreach (var property in entity.GetProperties())
            {
                // What stands in its owner's row has its owner's key, under that column's name.
                if (entity.IsOwned() && property.IsPrimaryKey()) continue;
                Normalise(property);
                if (IsOrdinal(property, provider)) property.SetCollation(OrdinalCollation(provider));
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            if (entity.FindAnnotation(SequenceAnnotation) is not null && !provider.EndsWith("Sqlite", StringComparison.Ordinal))
                model.HasSequence<long>(SequenceName(entity));
        }
    }

    /// <summary>
    /// SQLite and PostgreSQL tell any two texts apart; SQL Server by default takes capital and small letters, full and
    /// half width for the same, and finds keys taken that are free elsewhere.
    /// </summary>
    private static bool IsOrdinal(IMutableProperty property, string provider) =>
        property.FindAnnotation(OrdinalAnnotation) is not null
        || (provider.EndsWith("SqlServer", StringComparison.Ordinal) && StoredType(property) == typeof(string));

    private static string OrdinalCollation(string provider) => provider switch
    {
        _ when provider.EndsWith("Sqlite", StringComparison.Ordinal) => "BINARY",
        _ when provider.EndsWith("SqlServer", StringComparison.Ordinal) => SqlServerOrdinal,
        _ => "C",
    };

    internal static string SequenceName(IReadOnlyEntityType entity) => $"{entity.GetTableName()}_ids";

    internal static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    private static string TableName(string module, IReadOnlyEntityType entity)
    {
        var named = ((IConventionEntityType)entity).GetTableNameConfigurationSource() == ConfigurationSource.Explicit;
        var name = SnakeCase(named ? entity.GetTableName()! : entity.ClrType.Name.Split('`')[0]);
        return name.StartsWith($"{module}_", StringComparison.Ordinal) ? name : $"{module}_{name}";
    }

    private static void Normalise(IMutableProperty property)
    {
        property.SetColumnName(SnakeCase(property.GetColumnName()));
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var stored = StoredType(property);
        var name = $"{property.DeclaringType.ClrType.Name}.{property.Name}";

        if (Refused.Contains(stored))
            throw new InvalidOperationException($"{name}: {stored.Name} does not mean the same on every database.");
        if (stored == typeof(string) && property.GetMaxLength() is null && property.FindAnnotation(UnboundedAnnotation) is null)
            throw new InvalidOperationException($"{name}: give the text a maximum length, or say Unbounded().");
        if (type == typeof(DateTime) && property.GetValueConverter() is null) property.SetValueConverter(new UtcTime());
    }

    private static Type StoredType(IMutableProperty property)
    {
        var stored = property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
        return Nullable.GetUnderlyingType(stored) ?? stored;
    }

    // PostgreSQL keeps microseconds: what is written must be what is read on all three.
    private sealed class UtcTime() : ValueConverter<DateTime, DateTime>(
        given => Truncate(given), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

    private static DateTime Truncate(DateTime given) => given.Kind == DateTimeKind.Utc
        ? new DateTime(given.Ticks - (given.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
        : throw new InvalidOperationException("Times in tables are UTC.");
}
