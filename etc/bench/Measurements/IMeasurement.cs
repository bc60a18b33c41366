using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>Measures one row or a few rows that come out of the same run.</summary>
internal interface IMeasurement
{
    /// <summary>The ids of the rows that it fills.</summary>
    IReadOnlyList<string> Rows { get; }

    Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench);
}
