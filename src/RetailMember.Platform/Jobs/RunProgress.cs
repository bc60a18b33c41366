using RetailMember.Jobs;

namespace RetailMember.Platform.Jobs;

/// <summary>Takes reports of the run that the present flow of execution belongs to; the worker writes them down.</summary>
internal sealed class RunProgress : IRunProgress
{
    private static readonly AsyncLocal<RunProgressNote?> Current = new();

    public static RunProgressNote Begin() => Current.Value = new RunProgressNote();

    public void Report(long done, long total) => Current.Value?.Set(done, total);
}

internal sealed class RunProgressNote
{
    private long done;
    private long total;

    public long Done => Interlocked.Read(ref done);

    public long Total => Interlocked.Read(ref total);

    public void Set(long newDone, long newTotal)
    {
        Interlocked.Exchange(ref done, newDone);
        Interlocked.Exchange(ref total, newTotal);
    }
}
