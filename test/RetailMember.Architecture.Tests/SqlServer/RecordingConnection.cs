using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace RetailMember.Architecture.Tests.SqlServer;

/// <summary>Stands in for SQL Server: keeps every statement, answers each with no rows.</summary>
internal sealed class RecordingConnection(ConcurrentDictionary<string, byte> statements) : DbConnection
{
    private ConnectionState state = ConnectionState.Closed;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "recorded";

    public override string DataSource => "recorded";

    public override string ServerVersion => "15.00.2000";

    public override ConnectionState State => state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new RecordingCommand(statements) { Connection = this };

    private sealed class Transaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        public override bool SupportsSavepoints => true;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }

        public override void Save(string savepointName)
        {
        }

        public override void Rollback(string savepointName)
        {
        }
    }
}

/// <summary>Parameters are the real ones, because the provider sets types on them.</summary>
internal sealed class RecordingCommand(ConcurrentDictionary<string, byte> statements) : DbCommand
{
    private readonly SqlCommand real = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => real.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        Record();
        return 0;
    }

    public override object? ExecuteScalar()
    {
        Record();
        return 0L;
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Record();
        var answer = new DataTable { Locale = CultureInfo.InvariantCulture };
        if (CommandText.StartsWith("SELECT CASE", StringComparison.Ordinal)) AddOnly(answer, false);
        if (CommandText.StartsWith("SELECT COUNT(", StringComparison.Ordinal)) AddOnly(answer, 0);
        return answer.CreateDataReader();
    }

    // Questions that always have one row for an answer: is there any, how many.
    private static void AddOnly<T>(DataTable answer, T value)
    {
        answer.Columns.Add("value", typeof(T));
        answer.Rows.Add(value);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) real.Dispose();
        base.Dispose(disposing);
    }

    private void Record() => statements.TryAdd(CommandText, 0);
}
