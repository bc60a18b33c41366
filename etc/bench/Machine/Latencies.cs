using System.Runtime.InteropServices;

namespace RetailMember.Bench.Machine;

/// <summary>Every latency of a run in microseconds, kept exactly.</summary>
internal sealed class Latencies
{
    private readonly List<long> all = [];
    private bool sorted = true;

    public int Count => all.Count;

    public void Add(long microseconds)
    {
        all.Add(microseconds);
        sorted = false;
    }

    /// <summary>In milliseconds; the share is between 0 and 1.</summary>
    public double Percentile(double share)
    {
        if (all.Count == 0) return 0;
        if (!sorted) CollectionsMarshal.AsSpan(all).Sort();
        sorted = true;
        return all[Math.Min(all.Count - 1, (int)(all.Count * share))] / 1000.0;
    }

    public double Median => Percentile(0.5);

    public double P99 => Percentile(0.99);
}

/// <summary>What a run did in a second, and how long each took.</summary>
internal sealed record Rate(double PerSecond, Latencies Latencies);
