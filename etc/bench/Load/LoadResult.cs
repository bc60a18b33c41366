using System.Net.Sockets;
using System.Text;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Load;

/// <summary>What a load run saw.</summary>
internal sealed class LoadResult
{
    private readonly SortedDictionary<int, int> byStatus = [];
    private readonly SortedDictionary<int, int> bySecond = [];
    private string? firstRefusal;

    public Latencies Latencies { get; } = new();

    public TimeSpan Elapsed { get; private set; }

    /// <summary>Connections that broke before the end.</summary>
    public int Broken { get; private set; }

    public SocketError? BrokenBy { get; private set; }

    public int Answers => Latencies.Count;

    public int Accepted => byStatus.Where(s => s.Key is >= 200 and < 300).Sum(s => s.Value);

    public Rate Rate => new(Elapsed > TimeSpan.Zero ? Accepted / Elapsed.TotalSeconds : 0, Latencies);

    public IReadOnlyDictionary<int, int> ByStatus => byStatus;

    public void Count(in Answer answer, TimeSpan took, TimeSpan at)
    {
        Latencies.Add((long)took.TotalMicroseconds);
        byStatus[answer.Status] = byStatus.GetValueOrDefault(answer.Status) + 1;
        if (!answer.Accepted)
        {
            firstRefusal ??= Encoding.UTF8.GetString(answer.Body);
            return;
        }

        var second = (int)at.TotalSeconds;
        bySecond[second] = bySecond.GetValueOrDefault(second) + 1;
    }

    public void Break(SocketError error)
    {
        Broken++;
        BrokenBy = error;
    }

    public void End(TimeSpan elapsed) => Elapsed = elapsed;

    /// <summary>Accepted a second between two whole seconds of the run.</summary>
    public double PerSecondBetween(int first, int last) =>
        bySecond.Where(s => s.Key >= first && s.Key < last).Sum(s => s.Value) / (double)(last - first);

    /// <summary>The result itself, unless something was refused or broke: refusals are no measurement.</summary>
    public LoadResult Whole()
    {
        if (Broken == 0 && Accepted == Answers && Answers > 0) return this;
        throw new InvalidOperationException($"The load did not go through: {Describe()}");
    }

    public string Describe()
    {
        var statuses = string.Join(", ", byStatus.Select(s => $"{s.Value} of status {s.Key}"));
        return $"{Broken} connections broken ({BrokenBy}), answers: {statuses}; first refusal: {firstRefusal}";
    }
}
